import { describe, expect, it } from 'vitest';
import {
  parseReferenceIndex,
  type ReferenceIndex,
  renderReferenceIndex,
} from '../../../../aws/catalog/reference/reference-index.ts';

const index: ReferenceIndex = {
  date: '2026-11-25',
  url: 'https://mirror.test/aws/',
  folder: 'aws-reference-2026-11-25-aB3dE6',
  counts: { services: 2, actions: 12, operations: 7 },
  sdkNames: new Map([
    ['s3', ['s3', 's3control']],
    ['sts', []],
  ]),
};

describe('the index of a stored reference', () => {
  it('is read as it was written', () => {
    expect(parseReferenceIndex(renderReferenceIndex(index))).toEqual(index);
  });

  it('is refused where it names no HTTPS address', () => {
    const text = renderReferenceIndex({ ...index, url: 'http://mirror.test/' });
    expect(() => parseReferenceIndex(text)).toThrow('`url` is not a text of the expected form');
  });
});
