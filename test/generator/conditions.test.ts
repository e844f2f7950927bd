import { describe, expect, it } from 'vitest';
import {
  impliesConditions,
  isPositive,
  normaliseConditions,
  toConditionBlock,
} from '../../generator/conditions.ts';

describe('normaliseConditions', () => {
  it('gives blocks that mean the same one identity', () => {
    const left = normaliseConditions({
      StringLike: { b: ['2', '1', '2'] },
      StringEquals: { d: ['4'], c: ['3'] },
    });
    const right = normaliseConditions({
      StringEquals: { c: ['3'], d: ['4'] },
      StringLike: { b: ['1', '2'] },
    });
    expect(left.id).toBe(right.id);
    expect(JSON.stringify(toConditionBlock(left))).toBe(
      '{"StringEquals":{"c":["3"],"d":["4"]},"StringLike":{"b":["1","2"]}}',
    );
  });

  it('knows an empty block, and an operator without keys, for no condition', () => {
    expect(normaliseConditions({}).id).toBe('');
    expect(normaliseConditions({ StringEquals: {} }).id).toBe('');
  });
});

describe('impliesConditions', () => {
  it.each<[string, object, object, boolean]>([
    ['more keys', { StringEquals: { a: ['1'], b: ['2'] } }, { StringEquals: { a: ['1'] } }, true],
    ['fewer values', { StringEquals: { a: ['1'] } }, { StringEquals: { a: ['1', '2'] } }, true],
    ['other values', { StringEquals: { a: ['1'] } }, { StringEquals: { a: ['2'] } }, false],
    ['another operator', { StringLike: { a: ['1'] } }, { StringEquals: { a: ['1'] } }, false],
    [
      'fewer excluded',
      { StringNotLike: { a: ['1'] } },
      { StringNotLike: { a: ['1', '2'] } },
      false,
    ],
    ['no condition', { StringEquals: { a: ['1'] } }, {}, true],
    ['a condition', {}, { StringEquals: { a: ['1'] } }, false],
  ])('%s', (_name, stricter, looser, expected) => {
    expect(
      impliesConditions(normaliseConditions({ ...stricter }), normaliseConditions({ ...looser })),
    ).toBe(expected);
  });
});

describe('isPositive', () => {
  it('tells the negated operators from the others', () => {
    expect(['StringEquals', 'Null', 'ForAnyValue:StringLike'].every(isPositive)).toBe(true);
    expect(
      ['StringNotEqualsIfExists', 'NotIpAddress', 'ForAllValues:ArnNotLike'].some(isPositive),
    ).toBe(false);
  });
});
