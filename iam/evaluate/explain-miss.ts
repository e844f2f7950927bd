import { type CompiledStatement, findUnmetCondition, matchesResource } from './compile-policy.ts';
import type { RequestContext } from './request-context.ts';

/** Returns one sentence in lower case: why a statement that is about a request's action does not apply to it. */
export function explainMiss(
  statement: CompiledStatement,
  resource: string,
  context: RequestContext,
): string {
  if (!matchesResource(statement, resource, context)) {
    return statement.source.resources.isNegated
      ? `its NotResource names \`${resource}\``
      : `its Resource does not match \`${resource}\``;
  }
  const unmet = findUnmetCondition(statement, context)?.source;
  if (unmet === undefined) return 'it applies';
  const given = context.get(unmet.key.toLowerCase());
  const found =
    given === undefined
      ? `the request has no \`${unmet.key}\``
      : `the request has ${given.map((value) => `\`${value}\``).join(', ')}`;
  return `its condition ${unmet.operator} on \`${unmet.key}\` is not met: ${found}`;
}
