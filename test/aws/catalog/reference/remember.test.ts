import { describe, expect, it } from 'vitest';
import { remember } from '../../../../aws/catalog/reference/remember.ts';

describe('remember', () => {
  it('finds each name once, nothing included', () => {
    const asked: string[] = [];
    const find = remember((name) => {
      asked.push(name);
      return name === 'nothing' ? undefined : { name };
    });
    expect(find('a')).toBe(find('a'));
    expect([find('nothing'), find('nothing')]).toEqual([undefined, undefined]);
    expect(asked).toEqual(['a', 'nothing']);
  });
});
