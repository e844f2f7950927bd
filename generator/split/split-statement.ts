import type { PolicyStatement } from '../../iam/policy.ts';
import type { StatementExplanation } from '../explanation.ts';
import { standsForAction } from '../shorten/stands-for-action.ts';
import { sizeOfItem, sizeOfStatement } from './policy-size.ts';

/** A statement, and why it is there. */
export interface ExplainedStatement {
  readonly statement: PolicyStatement;
  readonly explanation: StatementExplanation;
}

/**
 * Returns a statement as statements of at most `limit` characters that grant the same together: by its resources, in
 * their order, and by its actions where these alone are too many. A part is only larger where one action on one resource
 * is. The parts have a number behind their `Sid`.
 */
export function splitStatement(
  whole: ExplainedStatement,
  limit: number,
): readonly ExplainedStatement[] {
  const { statement } = whole;
  if (sizeOfStatement(statement) <= limit) return [whole];
  const { Action, Resource } = statement;
  const frame = { ...statement, Sid: `${statement.Sid}${longestSuffix}`, Action: [], Resource: [] };
  const room = limit - sizeOfStatement(frame);
  const parts = chooseActionLists(Action, sumOfSizes(Resource), room).flatMap((actions) =>
    fill(Resource, room - sumOfSizes(actions)).map((resources) => ({ actions, resources })),
  );
  if (parts.length === 1) return [whole];
  return parts.map(({ actions, resources }, at) =>
    partOf(whole, `${statement.Sid}Part${at + 1}`, actions, resources),
  );
}

/** The most that a part's number adds to its `Sid`. */
const longestSuffix = 'Part999999';

/**
 * Returns the lists into which the actions are cut so that, each with all the resources, they take the fewest parts:
 * few actions leave more room for resources, but each list repeats them.
 */
function chooseActionLists(
  actions: readonly string[],
  sizeOfResources: number,
  room: number,
): readonly (readonly string[])[] {
  const size = sumOfSizes(actions);
  let best: { readonly lists: readonly (readonly string[])[]; readonly parts: number } = {
    lists: actions.map((action) => [action]),
    parts: Number.POSITIVE_INFINITY,
  };
  for (let count = 1; count <= Math.min(actions.length, mostActionLists); count += 1) {
    const lists = fill(actions, Math.ceil(size / count));
    const parts = lists.reduce((sum, list) => {
      const left = room - sumOfSizes(list);
      return sum + (left > 0 ? Math.ceil(sizeOfResources / left) : Number.POSITIVE_INFINITY);
    }, 0);
    if (parts < best.parts) best = { lists, parts };
  }
  return best.lists;
}

const mostActionLists = 16;

/** Puts texts into lists of at most `room` characters, in order; a text that alone is larger stands alone. */
function fill(texts: readonly string[], room: number): readonly (readonly string[])[] {
  const lists: string[][] = [];
  let left = 0;
  for (const text of texts) {
    const size = sizeOfItem(text);
    const last = lists.at(-1);
    if (last !== undefined && size <= left) {
      last.push(text);
      left -= size;
    } else {
      lists.push([text]);
      left = room - size;
    }
  }
  return lists;
}

function partOf(
  { statement, explanation }: ExplainedStatement,
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
): ExplainedStatement {
  const resourceSet = new Set(resources);
  return {
    statement: { ...statement, Sid: sid, Action: actions, Resource: resources },
    explanation: {
      sid,
      reasons: explanation.reasons.filter(({ action }) =>
        actions.some((written) => standsForAction(written, action)),
      ),
      wildcards: explanation.wildcards.filter(({ resource }) => resourceSet.has(resource)),
    },
  };
}

function sumOfSizes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + sizeOfItem(text), 0);
}
