import { sortDistinct } from './code-point-order.ts';
import {
  type ConditionTerm,
  impliesConditions,
  isPositive,
  type NormalConditions,
  ofTerms,
} from './conditions.ts';

/** Above this many blocks on one resource, comparing each with each would cost more than it saves. */
const maxCompared = 256;

/**
 * Returns the fewest condition blocks that together accept the same requests: for one action on one resource.
 * Blocks that differ in the values of one term become one block with all the values; a block that another
 * one makes superfluous is dropped.
 */
export function foldConditions(blocks: readonly NormalConditions[]): readonly NormalConditions[] {
  if (blocks.length < 2) return blocks;
  let folded = dropImplied(blocks);
  for (const name of foldableTerms(folded)) folded = foldTerm(folded, name);
  return dropImplied(folded);
}

function dropImplied(blocks: readonly NormalConditions[]): readonly NormalConditions[] {
  if (blocks.length > maxCompared) return blocks;
  return blocks.filter(
    (block) => !blocks.some((other) => other !== block && impliesConditions(block, other)),
  );
}

/** `ForAllValues:` is left out: two lists of which each holds a whole request do not add up to one. */
function foldableTerms(blocks: readonly NormalConditions[]): readonly string[] {
  const names = new Set<string>();
  for (const { terms } of blocks) {
    for (const term of terms) {
      if (isPositive(term.operator) && !term.operator.startsWith('ForAllValues:')) {
        names.add(nameOf(term));
      }
    }
  }
  return sortDistinct(names);
}

/** Unites the blocks that are equal but for the values of the named term. */
function foldTerm(blocks: readonly NormalConditions[], name: string): readonly NormalConditions[] {
  const folded: NormalConditions[] = [];
  const groups = new Map<string, { rest: readonly ConditionTerm[]; named: ConditionTerm[] }>();
  for (const block of blocks) {
    const named = block.terms.filter((term) => nameOf(term) === name);
    if (named.length === 0) {
      folded.push(block);
      continue;
    }
    const rest = block.terms.filter((term) => nameOf(term) !== name);
    const { id } = ofTerms(rest);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { rest, named });
    else group.named.push(...named);
  }
  for (const { rest, named } of groups.values()) {
    const values = sortDistinct(named.flatMap((term) => term.values));
    folded.push(ofTerms([...rest, ...named.slice(0, 1).map((term) => ({ ...term, values }))]));
  }
  return folded;
}

function nameOf(term: ConditionTerm): string {
  return `${term.operator} ${term.key}`;
}
