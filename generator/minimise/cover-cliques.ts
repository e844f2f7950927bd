import { type BitSet, toBitSet } from './bit-set.ts';
import type { Graph } from './entry-graph.ts';
import { improveCliqueCover } from './improve-clique-cover.ts';
import { countIndependent } from './independent-vertices.ts';
import { searchCliqueCover } from './search-clique-cover.ts';

/** Beyond this many steps it is not known whether fewer cliques would do. */
const mostSearchSteps = 1_000_000;

/** Beyond this many steps a local search ends with what it has found. */
const mostImprovingSteps = 30_000_000;

/** Returns a cover of a connected graph by few cliques: the fewest, where that can be shown within some steps. */
export function coverCliques(graph: Graph): readonly BitSet[] {
  const least = countIndependent(graph, toBitSet(graph.keys(), graph.length), { left: 0 });
  const steps = { left: mostSearchSteps };
  const found = searchCliqueCover(
    graph,
    graph.map((_, vertex) => toBitSet([vertex], graph.length)),
    steps,
  );
  if (steps.left >= 0 || found.length === least) return found;
  const improved = improveCliqueCover(graph, least, { left: mostImprovingSteps });
  return improved.length < found.length ? improved : found;
}
