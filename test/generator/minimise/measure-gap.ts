import { toBitSet } from '../../../generator/minimise/bit-set.ts';
import type { Table } from '../../../generator/minimise/cover.ts';
import { coverTable } from '../../../generator/minimise/cover-table.ts';
import {
  componentsOf,
  entryGraphOf,
  type Graph,
  inducedGraph,
} from '../../../generator/minimise/entry-graph.ts';
import { essentialEntriesOf } from '../../../generator/minimise/essential-entries.ts';
import { gridOf } from '../../../generator/minimise/grid.ts';
import { createNumbers } from '../../../generator/minimise/numbers-below.ts';
import { removeDominated } from '../../../generator/minimise/remove-dominated.ts';
import { searchCliqueCover } from '../../../generator/minimise/search-clique-cover.ts';
import { findLowerBound } from './lower-bound.ts';
import { tableOf, tableOfHabits, tableOfProducts } from './tables.ts';

type Numbers = (limit: number) => number;

const families: Readonly<Record<string, (below: Numbers) => Table>> = {
  'habits of programs': (below) =>
    tableOfHabits({ actions: 15, habits: 10, resources: 500, most: 3 }, below),
  'products of up to a quarter': (below) => tableOfProducts({ rows: 0.25, columns: 0.25 }, below),
  'products of up to a half': (below) => tableOfProducts({ rows: 0.5, columns: 0.5 }, below),
  'products of up to four fifths': (below) => tableOfProducts({ rows: 0.8, columns: 0.8 }, below),
  'a fifth of all pairs': (below) => tableOfPairs(20, below),
  'a third of all pairs': (below) => tableOfPairs(33, below),
  'half of all pairs': (below) => tableOfPairs(50, below),
  'seven tenths of all pairs': (below) => tableOfPairs(70, below),
  'eight tenths of all pairs': (below) => tableOfPairs(80, below),
  'nine tenths of all pairs': (below) => tableOfPairs(90, below),
};

/** The lower bound of larger parts says little. */
const mostEntries = 260;

/** A complete search that takes more steps than this is given up. */
const mostSteps = 30_000_000;

/**
 * Prints how far covers are above a lower bound, by families of tables drawn at random: the median, what 19 of 20 are at
 * most, the worst; then how many have the fewest products as a bound or a complete search shows, how many do not, of how
 * many neither is known, and how many were left out since they have a large part. Usage: `npx tsx
 * test/generator/minimise/measure-gap.ts [TABLES]`, so many of each family, 40 unless said.
 */
function main(): void {
  const count = Number(process.argv[2] ?? 40);
  const below = createNumbers();
  for (const [name, tableIn] of Object.entries(families)) {
    const gaps: number[] = [];
    const tally = { fewest: 0, more: 0, unknown: 0, left: 0 };
    for (let at = 0; at < count; at += 1) {
      const table = tableIn(below);
      const parts = partsOf(table);
      if (parts.some((part) => part.length > mostEntries)) {
        tally.left += 1;
        continue;
      }
      const { length } = coverTable(table);
      const bound = findLowerBound(table, length);
      gaps.push(length / bound - 1);
      const fewest = length === bound ? bound : findFewest(parts);
      tally[fewest === undefined ? 'unknown' : fewest === length ? 'fewest' : 'more'] += 1;
    }
    gaps.sort((left, right) => left - right);
    const shares = [0.5, 0.95, 1].map((share) => gaps[Math.ceil(share * gaps.length) - 1] ?? 0);
    const cells = shares.map((gap) => `${Math.round(100 * gap)} %`);
    console.log([name, ...cells, JSON.stringify(tally)].join(' | '));
  }
}

/** The graphs of which each must be covered by itself. */
function partsOf(table: Table): readonly Graph[] {
  const grid = gridOf(table);
  const entries = essentialEntriesOf(grid, { left: Number.POSITIVE_INFINITY }) ?? [];
  const graph = entryGraphOf(entries, grid);
  const alive = toBitSet(entries.keys(), entries.length);
  removeDominated(graph, alive, { left: Number.POSITIVE_INFINITY });
  return componentsOf(graph, alive).map((part) => inducedGraph(graph, part));
}

/** The fewest products, by complete search; undefined where that takes too long. */
function findFewest(parts: readonly Graph[]): number | undefined {
  let fewest = 0;
  for (const graph of parts) {
    const steps = { left: mostSteps };
    const single = graph.map((_, vertex) => toBitSet([vertex], graph.length));
    fewest += searchCliqueCover(graph, single, steps).length;
    if (steps.left < 0) return undefined;
  }
  return fewest;
}

/** Of 3 to 16 rows and columns, with so many of a hundred pairs. */
function tableOfPairs(share: number, below: Numbers): Table {
  const [rows, columns] = [3 + below(14), 3 + below(14)];
  const seen = Array.from({ length: columns }, () =>
    [...Array(rows).keys()].filter(() => below(100) < share),
  );
  return tableOf(seen, rows);
}

main();
