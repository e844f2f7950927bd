import { addMember, addMembers, type BitSet, membersOf, sharedBy, toBitSet } from './bit-set.ts';
import type { Entry } from './essential-entries.ts';
import type { Grid } from './grid.ts';

/**
 * A graph, by each vertex's neighbours and itself. Its vertices are entries of a table, and two are neighbours where one
 * product can hold both. Entries of which any two can be in one product can all be: products are the cliques of this
 * graph, and a cover of a table by the fewest products (bicliques) is a cover of the graph by the fewest cliques.
 */
export type Graph = readonly BitSet[];

/** Returns the graph of some entries of a table. */
export function entryGraphOf(entries: readonly Entry[], { rows, columns }: Grid): Graph {
  const inRow = rows.map(() => toBitSet([], entries.length));
  const inColumn = columns.map(() => toBitSet([], entries.length));
  for (const [vertex, { row, column }] of entries.entries()) {
    addTo(inRow[row], vertex);
    addTo(inColumn[column], vertex);
  }
  // The entries whose column the row has an entry in, and the other way round.
  const byRow = rows.map((members) => unionOf(members, inColumn, entries.length));
  const byColumn = columns.map((members) => unionOf(members, inRow, entries.length));
  const none = toBitSet([], entries.length);
  return entries.map(({ row, column }) => sharedBy(byRow[row] ?? none, byColumn[column] ?? none));
}

/** Returns the vertices of each connected part of what is alive, ascending. */
export function componentsOf(graph: Graph, alive: BitSet): readonly (readonly number[])[] {
  const components: (readonly number[])[] = [];
  const seen = new Set<number>();
  for (const start of membersOf(alive)) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component = [start];
    for (const vertex of component) {
      for (const next of membersOf(sharedBy(graph[vertex] ?? alive, alive))) {
        if (seen.has(next)) continue;
        seen.add(next);
        component.push(next);
      }
    }
    components.push(component.sort((left, right) => left - right));
  }
  return components;
}

/** Returns the graph of some vertices of a graph, which are numbered by their places in the list. */
export function inducedGraph(graph: Graph, vertices: readonly number[]): Graph {
  const places = new Map(vertices.map((vertex, place) => [vertex, place]));
  return vertices.map((vertex) =>
    toBitSet(
      membersOf(graph[vertex] ?? toBitSet([], 0)).flatMap((other) => places.get(other) ?? []),
      vertices.length,
    ),
  );
}

function addTo(set: BitSet | undefined, vertex: number): void {
  if (set !== undefined) addMember(set, vertex);
}

function unionOf(places: readonly number[], sets: readonly BitSet[], size: number): BitSet {
  const union = toBitSet([], size);
  for (const place of places) {
    const set = sets[place];
    if (set !== undefined) addMembers(union, set);
  }
  return union;
}
