import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Product, type Table, weightOf } from '../../../generator/minimise/cover.ts';
import { coverByCliques } from '../../../generator/minimise/cover-by-cliques.ts';
import { coverTable } from '../../../generator/minimise/cover-table.ts';
import { gridOf } from '../../../generator/minimise/grid.ts';
import { findBestCover, type PlainTable } from './exhaustive-cover.ts';

describe('a cover of a small table', () => {
  it('has the fewest products and the least weight that an exhaustive search finds', () => {
    fc.assert(
      fc.property(smallTables(4, 5), (table) => {
        expect(costOf(table)).toEqual(findBestCover(table));
      }),
      { numRuns: 1500 },
    );
  });

  it('has the fewest products that an exhaustive search finds, by the cliques of its entries alone', () => {
    fc.assert(
      fc.property(smallTables(4, 6), (table) => {
        const covers = coverByCliques(gridOf(toTable(table))) ?? [];
        expect(covers.length).toBeGreaterThan(0);
        for (const cover of covers) {
          expect(entriesOf(cover)).toEqual(entriesIn(table));
          expect(cover.length).toBe(findBestCover(table).products);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the best one for five rows and five columns as well', () => {
    fc.assert(
      fc.property(smallTables(5, 5), (table) => {
        expect(costOf(table)).toEqual(findBestCover(table));
      }),
      { numRuns: 60 },
    );
  });
});

function costOf(table: PlainTable) {
  const cover = coverTable(toTable(table));
  expect(entriesOf(cover)).toEqual(entriesIn(table));
  return { products: cover.length, weight: weightOf(cover, toTable(table)) };
}

function toTable({ lines, rowWeights, columnWeights }: PlainTable): Table {
  const columns = columnWeights.map((_, column) =>
    lines.flatMap((line, row) => (line[column] === true ? row : [])),
  );
  return { columns, rowWeights, columnWeights };
}

function entriesOf(cover: readonly Product[]): readonly string[] {
  const entries = cover.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => `${row} ${column}`)),
  );
  return [...new Set(entries)].sort();
}

function entriesIn({ lines }: PlainTable): readonly string[] {
  return lines
    .flatMap((line, row) => line.flatMap((has, column) => (has ? `${row} ${column}` : [])))
    .sort();
}

function smallTables(mostRows: number, mostColumns: number): fc.Arbitrary<PlainTable> {
  const weights = (length: number) =>
    fc.array(fc.integer({ min: 1, max: 30 }), { minLength: length, maxLength: length });
  return fc
    .tuple(fc.integer({ min: 1, max: mostRows }), fc.integer({ min: 1, max: mostColumns }))
    .chain(([rows, columns]) =>
      fc.record({
        lines: fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        rowWeights: weights(rows),
        columnWeights: weights(columns),
      }),
    )
    .filter(
      ({ lines, columnWeights }) =>
        lines.every((line) => line.includes(true)) &&
        columnWeights.every((_, column) => lines.some((line) => line[column] === true)),
    );
}
