import type { PolicyDocument } from '../../iam/policy.ts';
import { hasWildcard } from '../covering-patterns.ts';
import type { Support, Supports } from './supports.ts';

/** An action or a resource of a policy, by its places. */
export interface PolicyElement {
  readonly statement: number;
  readonly kind: 'action' | 'resource';
  readonly place: number;
}

/**
 * Returns elements without which, all of them together, each noted request has a support still, and of which no further
 * one could be left out. Of those that stand in for each other, wildcards go first, then what stands last.
 */
export function findSuperfluous(
  { Statement }: PolicyDocument,
  { only, choices }: Pick<Supports, 'only' | 'choices'>,
): readonly PolicyElement[] {
  const needed = new Set<string>();
  const chosenBy = new Map<string, (readonly Support[])[]>();
  for (const supports of choices.values()) {
    for (const id of new Set(supports.flatMap(idsOf))) {
      if (supports.every((one) => idsOf(one).includes(id))) needed.add(id);
      const others = chosenBy.get(id);
      if (others === undefined) chosenBy.set(id, [supports]);
      else others.push(supports);
    }
  }
  const removed = new Set<string>();
  const stays = (support: Support) => idsOf(support).every((id) => !removed.has(id));
  return Statement.flatMap(({ Action, Resource }, statement) => [
    ...unmarked(Action, only[statement]?.actions, { statement, kind: 'action' }),
    ...unmarked(Resource, only[statement]?.resources, { statement, kind: 'resource' }),
  ])
    .filter((element) => !needed.has(idOf(element)))
    .reverse()
    .sort((left, right) => Number(right.isWide) - Number(left.isWide))
    .filter((element) => {
      const id = idOf(element);
      removed.add(id);
      const isSuperfluous = (chosenBy.get(id) ?? []).every((supports) => supports.some(stays));
      if (!isSuperfluous) removed.delete(id);
      return isSuperfluous;
    });
}

function unmarked(
  texts: readonly string[],
  marks: Uint8Array | undefined,
  element: Pick<PolicyElement, 'statement' | 'kind'>,
): (PolicyElement & { readonly isWide: boolean })[] {
  const found: (PolicyElement & { readonly isWide: boolean })[] = [];
  for (const [place, text] of texts.entries()) {
    if (marks?.[place] !== 1) found.push({ ...element, place, isWide: hasWildcard(text) });
  }
  return found;
}

function idsOf({ statement, action, resource }: Support): readonly string[] {
  return [
    idOf({ statement, kind: 'action', place: action }),
    idOf({ statement, kind: 'resource', place: resource }),
  ];
}

function idOf({ statement, kind, place }: PolicyElement): string {
  return `${statement} ${kind} ${place}`;
}
