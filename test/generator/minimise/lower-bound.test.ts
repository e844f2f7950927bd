import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverTable } from '../../../generator/minimise/cover-table.ts';
import { findLowerBound } from './lower-bound.ts';
import { anyTable, tableOf } from './tables.ts';

describe('findLowerBound', () => {
  it('is never above the number of products of a cover', () => {
    fc.assert(
      fc.property(anyTable(9, 12), (table) => {
        expect(findLowerBound(table)).toBeLessThanOrEqual(coverTable(table).length);
      }),
      { numRuns: 60 },
    );
  });

  it('is more than the entries of which no two fit one product, where fractions need more', () => {
    // No more than three of its entries can be had so, and a product has at most six of the twenty.
    const all = [0, 1, 2, 3, 4];
    const crown = all.map((column) => all.filter((row) => row !== column));
    expect(findLowerBound(tableOf(crown, 5))).toBe(4);
  });

  it('is the number of products for a table of steps', () => {
    const steps = tableOf(
      Array.from({ length: 12 }, (_, column) => [...Array(column + 1).keys()]),
      12,
    );
    expect(findLowerBound(steps)).toBe(12);
  });
});
