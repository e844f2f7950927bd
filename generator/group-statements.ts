import { createHash } from 'node:crypto';
import { sortDistinct } from './code-point-order.ts';
import type { NormalConditions } from './conditions.ts';
import type { Product } from './minimise/cover.ts';
import { coverTable } from './minimise/cover-table.ts';
import { type ActionClass, type Relation, relationsOf } from './minimise/relation.ts';
import type { GrantedResources } from './minimise-action.ts';

/** What one statement grants: the product of its actions and resources, under its conditions. */
export interface StatementGrant {
  /** Sorted. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: NormalConditions;
}

/**
 * Returns few statements that grant what was granted before, and no further pair of action and resource. Where few
 * actions and resources are bound up with each other they are the fewest that there can be, with the fewest characters;
 * see docs/policies.md for the others.
 */
export function groupStatements(
  granted: ReadonlyMap<string, readonly GrantedResources[]>,
): readonly StatementGrant[] {
  return [...byConditions(granted).values()].flatMap(({ conditions, classes }) =>
    relationsOf([...classes.values()]).flatMap((relation) =>
      coverRelation(relation).map((product) => toStatement(product, relation, conditions)),
    ),
  );
}

interface ConditionGroup {
  readonly conditions: NormalConditions;
  readonly classes: Map<string, ActionClass & { readonly actions: string[] }>;
}

/** Actions with equal resources are one from the start: most of them are, and what is left is small. */
function byConditions(
  granted: ReadonlyMap<string, readonly GrantedResources[]>,
): ReadonlyMap<string, ConditionGroup> {
  const groups = new Map<string, ConditionGroup>();
  for (const action of sortDistinct(granted.keys())) {
    for (const { conditions, resources } of granted.get(action) ?? []) {
      const group = groups.get(conditions.id) ?? { conditions, classes: new Map() };
      groups.set(conditions.id, group);
      const id = fingerprint(resources);
      const known = group.classes.get(id);
      if (known === undefined) group.classes.set(id, { actions: [action], resources });
      else known.actions.push(action);
    }
  }
  return groups;
}

function coverRelation({ actions, resources, grants }: Relation): readonly Product[] {
  if (actions.length === 1) return [{ rows: [0], columns: resources.map((_, at) => at) }];
  return coverTable({
    columns: grants,
    rowWeights: actions.map(weightOfTexts),
    columnWeights: resources.map((texts) => weightOfTexts(texts) + texts.length * slightly),
  });
}

/** Where it makes no other difference, an action stands in two statements rather than a resource. */
const slightly = 2 ** -20;

function toStatement(
  { rows, columns }: Product,
  { actions, resources }: Relation,
  conditions: NormalConditions,
): StatementGrant {
  return {
    actions: sortDistinct(rows.flatMap((row) => actions[row] ?? [])),
    resources: sortDistinct(columns.flatMap((column) => resources[column] ?? [])),
    conditions,
  };
}

/** The characters of the texts in a JSON list, with their quotes and commas. */
function weightOfTexts(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + 3, 0);
}

/** A digest instead of the joined list: the lists of large recordings take hundreds of megabytes. */
function fingerprint(sorted: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of sorted) hash.update(`${text.length} ${text}\n`);
  return hash.digest('base64');
}
