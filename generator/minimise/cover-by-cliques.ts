import { membersOf, toBitSet } from './bit-set.ts';
import { type Product, transposeProducts } from './cover.ts';
import { coverCliques } from './cover-cliques.ts';
import { componentsOf, entryGraphOf, inducedGraph } from './entry-graph.ts';
import { type Entry, essentialEntriesOf } from './essential-entries.ts';
import { type Grid, turnGrid } from './grid.ts';
import { roundestProductAround, widestProductAround } from './largest-product.ts';
import { removeDominated, restoreDominated } from './remove-dominated.ts';

/** A graph of more entries than this would take too much room. */
const mostEntries = 4_096;

/** Preparations that would take more steps than this are given up. */
const mostSteps = 50_000_000;

/**
 * Returns few products that cover a table, found as cliques in the graph of its essential entries. What is dominated is
 * taken out of the graph first; each connected part of the rest is covered by itself. A part of one entry needs its product
 * in any cover, so if no larger one is left, the products are the fewest. Undefined where the table is too large.
 */
export function coverByCliques(grid: Grid): readonly (readonly Product[])[] | undefined {
  const steps = { left: mostSteps };
  const entries = essentialEntriesOf(grid, steps);
  if (entries === undefined || entries.length > mostEntries) return undefined;
  const graph = entryGraphOf(entries, grid);
  const alive = toBitSet(entries.keys(), entries.length);
  const removals = removeDominated(graph, alive, steps);
  const cliques = componentsOf(graph, alive).flatMap((vertices) => {
    const cover =
      vertices.length === 1 ? [toBitSet([0], 1)] : coverCliques(inducedGraph(graph, vertices));
    return cover.map((clique) =>
      toBitSet(
        membersOf(clique).flatMap((place) => vertices[place] ?? []),
        entries.length,
      ),
    );
  });
  restoreDominated(cliques, removals);
  const products = cliques.map((clique) =>
    membersOf(clique).flatMap((vertex) => entries[vertex] ?? []),
  );
  const turned = turnGrid(grid);
  return [
    products.map((own) => widestProductAround(own, grid)),
    transposeProducts(products.map((own) => widestProductAround(own.map(turn), turned))),
    products.map((own) => roundestProductAround(own, grid)),
  ];
}

function turn({ row, column }: Entry): Entry {
  return { row: column, column: row };
}
