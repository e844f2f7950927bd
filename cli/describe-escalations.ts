import type { ExplainedDocument } from '../generator/render/policy-export.ts';
import { escalatingActions, findEscalations } from '../iam/lint/rules/check-escalation.ts';
import { parsePolicy } from '../iam/policy-document/parse-policy.ts';

const mostPaths = 8;

/**
 * Returns one line for each known way in which generated policies, attached together, lead to more permissions than
 * they give, with the recorded reason of its last action; none where there is none.
 */
export function describeEscalations(documents: readonly ExplainedDocument[]): readonly string[] {
  const statements = documents.flatMap(({ document }) =>
    document.Statement.filter(({ Action }) =>
      Action.some((action) => action.endsWith('*') || escalatingActions.has(action.toLowerCase())),
    ),
  );
  if (statements.length === 0) return [];
  const policy = parsePolicy({ Version: '2012-10-17', Statement: statements }, 'generated policy');
  const lines = findEscalations(policy).map(
    ({ level, message, actions }) => `  ${level}: ${message}${reasonOf(actions.at(-1), documents)}`,
  );
  const rest = lines.length - mostPaths;
  return rest > 0
    ? [...lines.slice(0, mostPaths), `  and ${rest} more; see \`leastgrant lint\``]
    : lines;
}

function reasonOf(action: string | undefined, documents: readonly ExplainedDocument[]): string {
  for (const { explanations } of documents) {
    for (const { reasons } of explanations) {
      const found = reasons.find((one) => one.action.toLowerCase() === action?.toLowerCase());
      if (found !== undefined) return `; recorded because ${found.because}`;
    }
  }
  return '';
}
