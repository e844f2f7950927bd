import { describe, expect, it } from 'vitest';
import { lineChanges } from '../../../cli/export/line-changes.ts';

describe('lineChanges', () => {
  it('gives the lines that go and come, each as often as it does', () => {
    expect(lineChanges('a\nb\nb\nc\n', 'c\nb\na\nd\n\n')).toEqual(['- b', '+ d']);
  });
});
