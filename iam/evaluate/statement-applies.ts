import { type CompiledStatement, findUnmetCondition, matchesResource } from './compile-policy.ts';
import type { RequestContext } from './request-context.ts';

/** Tells whether a statement that is about a request's action applies to the request: its resource and its conditions. */
export function statementApplies(
  statement: CompiledStatement,
  resource: string,
  context: RequestContext,
): boolean {
  return (
    matchesResource(statement, resource, context) &&
    findUnmetCondition(statement, context) === undefined
  );
}
