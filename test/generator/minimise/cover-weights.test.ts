import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverWeightsOf } from '../../../generator/minimise/cover-weights.ts';
import { fewestUniting, toRowSet } from '../../../generator/minimise/row-sets.ts';
import { anyTable } from './tables.ts';

const covers = anyTable(5, 8).chain((table) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 2 ** table.rowWeights.length - 1 }), { maxLength: 4 })
    // With each row by itself any sets make a cover.
    .map((sets) => ({
      table,
      cover: [...new Set([...sets, ...table.rowWeights.map((_, row) => 1 << row)])],
    })),
);

describe('coverWeightsOf', () => {
  it('weighs the rows of each set, and each column by the fewest sets that are its rows', () => {
    fc.assert(
      fc.property(covers, ({ table, cover }) => {
        const columns = table.columns.map(toRowSet);
        const rows = cover.flatMap((set) =>
          table.rowWeights.map((weight, row) => ((set >> row) & 1) * weight),
        );
        const often = columns.map(
          (column, at) => fewestUniting(cover, column).length * (table.columnWeights[at] ?? 0),
        );
        expect(coverWeightsOf(columns, table).weightOf(cover)).toBe(sumOf([...rows, ...often]));
      }),
    );
  });

  it('knows no least weight above that of a cover that has the sets', () => {
    fc.assert(
      fc.property(covers, fc.nat(9), ({ table, cover }, count) => {
        const { weightOf, leastWith } = coverWeightsOf(table.columns.map(toRowSet), table);
        const least = leastWith(cover.slice(0, count), cover.length);
        expect(least).toBeLessThanOrEqual(weightOf(cover));
      }),
    );
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
