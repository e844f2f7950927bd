import type { ExplainedLine } from '../generator/explain/explain-lines.ts';
import type { ExplanationQuestion } from '../generator/explain/explanation-filter.ts';
import type { PolicyLine } from '../generator/explain/policy-lines.ts';
import type { Generalisation } from '../generator/narrow/generalisation.ts';
import { conditionsOf } from '../generator/render/policy-export.ts';
import { findConditionKind } from '../iam/authorize/condition-kinds.ts';
import type { PolicyStatement } from '../iam/policy.ts';
import type { CallExplanation, ExplainedPart } from './explain-calls.ts';
import { groupBy } from './group-by.ts';
import type { PolicyOfCalls } from './policy-of-calls.ts';

/** An explanation, and what it is of. */
export interface ExplainedPolicy {
  readonly sessions: readonly string[];
  readonly question: ExplanationQuestion;
  readonly policy: PolicyOfCalls;
  readonly explanation: CallExplanation;
}

/**
 * Returns an explanation as JSON fields. Their names and order are a contract with other programs (docs/explain.md);
 * fields are only ever added.
 */
export function explanationFields({ sessions, question, policy, explanation }: ExplainedPolicy) {
  const { parts, hidden, needless, nearest, nearestCall } = explanation;
  const { action = null, resource = null, call = null } = question;
  const generalisations = new Map(
    policy.generalisations.map((one) => [`${one.action} ${one.resource}`, one]),
  );
  const isFound = nearest.length === 0 && nearestCall === undefined && !isEmpty(explanation);
  return {
    sessions,
    asked: { action, resource, call },
    found: isFound,
    statements: parts.flatMap((part, at) => statementsOf(part, at + 1, generalisations)),
    noPermission: needless.map(({ kind, reason, calls }) => ({ kind, reason, calls })),
    hidden: statementsOf(hidden, null, new Map()),
    untold: explanation.untold,
    available: policy.available.map(({ key, actions }) => ({
      key,
      because: findConditionKind(key)?.about ?? null,
      source: findConditionKind(key)?.source ?? null,
      actions,
    })),
    nearest: nearest.map((line) => nearestFields(line, policy)),
    nearestCall: nearestCall ?? null,
  };
}

/** Tells whether nothing was found. */
export function isEmpty({ parts, hidden, needless }: CallExplanation): boolean {
  return [...parts, hidden].every(({ lines }) => lines.length === 0) && needless.length === 0;
}

/** The statements of a document that are explained, each with its lines. */
function statementsOf(
  part: ExplainedPart,
  policy: number | null,
  ofLine: ReadonlyMap<string, Generalisation>,
) {
  const byStatement = groupBy(part.lines, (line) => line.statement);
  return part.document.Statement.flatMap((statement, at) => {
    const lines = byStatement.get(at);
    if (lines === undefined) return [];
    return [
      {
        policy,
        sid: statement.Sid,
        statement,
        conditions: conditionFields(statement),
        permissions: lines.map((line) => lineFields(line, part, at, ofLine)),
      },
    ];
  });
}

function lineFields(
  { action, resource, isCoveredOnly, rules }: ExplainedLine,
  { explanations }: ExplainedPart,
  at: number,
  ofLine: ReadonlyMap<string, Generalisation>,
) {
  const wildcards = explanations[at]?.wildcards.filter((one) => one.resource === resource) ?? [];
  const made = ofLine.get(`${action} ${resource}`);
  return {
    action,
    resource,
    wildcards: wildcards.map(({ reason }) => reason),
    generalised:
      made === undefined
        ? null
        : {
            rules: made.rules,
            recorded: made.recorded,
            examples: made.examples,
            denied: made.denied,
          },
    coveredOnly: isCoveredOnly,
    rules,
  };
}

/** `ForAllValues:` alone would let a request through that lacks the key. */
const aboutNull = 'asks that the request has it at all';

/** The conditions of a statement, and why each is there. */
function conditionFields(statement: PolicyStatement) {
  return conditionsOf(statement).map(({ operator, key, values }) => {
    const kind = findConditionKind(key);
    return {
      operator,
      key,
      values,
      kind: kind?.use ?? null,
      because: operator === 'Null' ? aboutNull : (kind?.about ?? null),
      source: kind?.source ?? null,
    };
  });
}

function nearestFields(
  { document, statement, action, resource }: PolicyLine,
  policy: PolicyOfCalls,
) {
  const sid = policy.documents[document]?.document.Statement[statement]?.Sid ?? null;
  return { policy: document + 1, sid, action, resource };
}
