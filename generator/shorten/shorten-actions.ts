import type { PolicyStatement } from '../../iam/policy.ts';
import { sortDistinct } from '../code-point-order.ts';
import type { ActionReason, StatementExplanation } from '../explanation.ts';
import type { ExplainedDocument } from '../render/policy-export.ts';
import { type ActionPattern, type ListActions, shortenActionList } from './shorten-action-list.ts';

/**
 * Returns a policy with action wildcards in the place of actions where these are all that AWS has of the kind, each with
 * its reason. As of the catalog behind `listActions` it grants what the policy grants, and nothing else.
 */
export function shortenActions(
  { document, explanations }: ExplainedDocument,
  listActions: ListActions,
): ExplainedDocument {
  const shortened = document.Statement.map((statement, at) => {
    const patterns = shortenActionList(statement.Action, listActions);
    return {
      statement: withPatterns(statement, patterns),
      explanation: explanations.slice(at, at + 1).map((one) => withReasons(one, patterns)),
    };
  });
  return {
    document: { ...document, Statement: shortened.map(({ statement }) => statement) },
    explanations: shortened.flatMap(({ explanation }) => explanation),
  };
}

function withPatterns(
  statement: PolicyStatement,
  patterns: readonly ActionPattern[],
): PolicyStatement {
  if (patterns.length === 0) return statement;
  const meant = new Set(patterns.flatMap(({ actions }) => actions));
  const kept = statement.Action.filter((action) => !meant.has(action));
  return { ...statement, Action: sortDistinct([...kept, ...patterns.map((one) => one.pattern)]) };
}

function withReasons(
  explanation: StatementExplanation,
  patterns: readonly ActionPattern[],
): StatementExplanation {
  const reasons = patterns.map(
    ({ pattern, actions }): ActionReason => ({
      action: pattern,
      because: `stands for ${listTexts(actions)}: all that AWS has of the kind`,
      confidence: 'derived',
    }),
  );
  return { ...explanation, reasons: [...reasons, ...explanation.reasons] };
}

/** Each has its own reason besides. */
function listTexts(actions: readonly string[]): string {
  const shown = actions.slice(0, mostShown).map((action) => `\`${action}\``);
  const rest = actions.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}

const mostShown = 4;
