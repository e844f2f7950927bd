import { describe, expect, it } from 'vitest';
import { normaliseConditions, toConditionBlock } from '../../generator/conditions.ts';
import { foldConditions } from '../../generator/fold-conditions.ts';
import type { Conditions } from '../../iam/permission.ts';

function fold(...blocks: readonly Conditions[]): readonly Conditions[] {
  return foldConditions(blocks.map(normaliseConditions)).map(toConditionBlock);
}

function prefixes(...values: readonly string[]): Conditions {
  return { StringEquals: { 's3:prefix': values } };
}

describe('foldConditions', () => {
  it('unites the values of blocks that differ in one term', () => {
    expect(fold(prefixes('b'), prefixes('a'), prefixes('c', 'b'))).toEqual([
      prefixes('a', 'b', 'c'),
    ]);
  });

  it('keeps blocks apart that differ in two terms', () => {
    const left = { StringEquals: { 's3:prefix': ['a'], 's3:delimiter': ['/'] } };
    const right = { StringEquals: { 's3:prefix': ['b'], 's3:delimiter': ['|'] } };
    expect(fold(left, right)).toHaveLength(2);
  });

  it('drops a block that asks for more than another', () => {
    const both = { StringEquals: { 's3:prefix': ['a'], 's3:delimiter': ['/'] } };
    expect(fold(both, prefixes('a'))).toEqual([prefixes('a')]);
  });

  it('drops a block that asks for more than several others, once these are one', () => {
    const both = { StringEquals: { 's3:prefix': ['a', 'b'], 's3:delimiter': ['/'] } };
    expect(fold(prefixes('a'), both, prefixes('b'))).toEqual([prefixes('a', 'b')]);
  });

  it('does not unite negated values: each further one would take a request away', () => {
    const left = { StringNotEquals: { 's3:prefix': ['a'] } };
    const right = { StringNotEquals: { 's3:prefix': ['b'] } };
    expect(fold(left, right)).toEqual([left, right]);
  });

  it('does not unite ForAllValues: a request with both values was never asked for', () => {
    const left = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } };
    const right = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['b'] } };
    expect(fold(left, right)).toEqual([left, right]);
  });

  it('folds a hundred thousand blocks of one term in a moment', () => {
    const blocks = Array.from({ length: 100_000 }, (_, at) => prefixes(`p${at}`));
    expect(fold(...blocks)).toHaveLength(1);
  });
});
