/**
 * A second evaluator of IAM policies: slow, plain, and without a line in common with the product.
 * The rules are those of AWS's "Policy evaluation logic" and "IAM JSON policy elements" pages.
 */
import { conditionHolds } from './condition-holds.ts';
import { type Json, listOf, member, objectOf, textsOf } from './json.ts';
import { type Context, fillIn, matchesSomehow } from './patterns.ts';

/** What a principal asks for. */
export interface OracleRequest {
  readonly action: string;
  readonly resource: string;
  /** The request's condition keys in lower case, each with its values. */
  readonly context?: Context;
}

export type OracleDecision = 'allowed' | 'denied' | 'explicitly denied';

/** The policies of a principal, as texts. */
export interface OraclePolicies {
  readonly identity: readonly string[];
  readonly boundaries?: readonly string[];
  /** By level. */
  readonly scps?: readonly (readonly string[])[];
}

/** Decides a request by the text of one policy document. Throws on a document that IAM would not take. */
export function evaluatePolicy(policy: string, request: OracleRequest): OracleDecision {
  const document: Json = JSON.parse(policy);
  const hasVariables = member(document, 'Version') === '2012-10-17';
  let decision: OracleDecision = 'denied';
  for (const statement of listOf(member(document, 'Statement'))) {
    if (!applies(statement, request, hasVariables)) continue;
    if (member(statement, 'Effect') === 'Deny') return 'explicitly denied';
    if (member(statement, 'Effect') === 'Allow') decision = 'allowed';
  }
  return decision;
}

/** Decides a request by all policies of a principal: every one of the sets must allow, and none may deny. */
export function evaluatePolicies(
  { identity, boundaries = [], scps = [] }: OraclePolicies,
  request: OracleRequest,
): OracleDecision {
  const sets = [identity, ...boundaries.map((one) => [one]), ...scps].map((policies) =>
    policies.map((policy) => evaluatePolicy(policy, request)),
  );
  if (sets.flat().includes('explicitly denied')) return 'explicitly denied';
  return sets.every((decisions) => decisions.includes('allowed')) ? 'allowed' : 'denied';
}

function applies(statement: Json, request: OracleRequest, hasVariables: boolean): boolean {
  return (
    actionApplies(statement, request) &&
    resourceApplies(statement, request, hasVariables) &&
    conditionsApply(statement, request, hasVariables)
  );
}

function actionApplies(statement: Json, { action }: OracleRequest): boolean {
  const isNamed = (names: Json | undefined) =>
    textsOf(names).some((name) =>
      matchesSomehow([...name.toLowerCase()], action.toLowerCase(), /[\s\S]/),
    );
  const named = member(statement, 'Action');
  return named === undefined ? !isNamed(member(statement, 'NotAction')) : isNamed(named);
}

function resourceApplies(
  statement: Json,
  { resource, context = {} }: OracleRequest,
  hasVariables: boolean,
): boolean {
  const isNamed = (names: Json | undefined) =>
    textsOf(names).some((name) => resourceMatches(name, resource, context, hasVariables));
  const named = member(statement, 'Resource');
  return named === undefined ? !isNamed(member(statement, 'NotResource')) : isNamed(named);
}

/**
 * A wildcard before the fifth colon stays in its segment, but for a `*` at the end of one. That is the same as
 * trying both: the segments one by one with closed wildcards, and the whole with open ones where they may be.
 */
function resourceMatches(
  pattern: string,
  resource: string,
  context: Context,
  hasVariables: boolean,
): boolean {
  const pieces = fillIn(pattern, context, hasVariables);
  if (pieces === undefined) return false;
  if (pieces.slice(0, 4).join('') === 'arn:') {
    while (pieces.filter((piece) => piece === ':').length < 5) pieces.push(':', '*');
  }
  const marked = pieces.map((piece, at) => {
    const isResource = pieces.slice(0, at).filter((one) => one === ':').length >= 5;
    const next = pieces[at + 1];
    const endsSegment = piece === '*' && (next === undefined || next === ':');
    return isResource || endsSegment || (piece !== '*' && piece !== '?')
      ? piece
      : `closed ${piece}`;
  });
  return matchesSomehow(marked, resource, /[\s\S]/);
}

function conditionsApply(
  statement: Json,
  { context = {} }: OracleRequest,
  hasVariables: boolean,
): boolean {
  for (const [operator, keys] of Object.entries(objectOf(member(statement, 'Condition')))) {
    for (const [key, values] of Object.entries(objectOf(keys))) {
      const given = context[key.toLowerCase()] ?? [];
      if (!conditionHolds(operator, given, textsOf(values), context, hasVariables)) return false;
    }
  }
  return true;
}
