import type { Policy, Statement } from '../policy-document/policy-document.ts';
import { compileResource, completeArn } from './arn-matcher.ts';
import { type CompiledCondition, compileCondition } from './condition.ts';
import { parsePattern } from './pattern.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';
import type { RequestContext } from './request-context.ts';
import { compileMatcher } from './text-matcher.ts';

/** A statement ready to be asked. */
export interface CompiledStatement {
  readonly source: Statement;
  /** What stands in `Action` or `NotAction`; asked by names in lower case. */
  readonly actions: PatternIndex;
  /** What stands in `Resource` or `NotResource`. */
  readonly resources: PatternIndex;
  readonly conditions: readonly CompiledCondition[];
}

/** A policy document ready to be asked, many times. */
export interface CompiledPolicy {
  /** What its reader calls it: a file, a resource in a template. */
  readonly name: string;
  readonly source: Policy;
  readonly statements: readonly CompiledStatement[];
  /** Returns the statements with an effect that are about an action, in the order of the document. */
  statementsFor(action: string, effect: 'Allow' | 'Deny'): readonly CompiledStatement[];
}

/** Prepares a policy once, so that each request costs little. `name` is what reasons call it. */
export function compilePolicy(source: Policy, name = 'policy'): CompiledPolicy {
  const statements = source.statements.map((statement) => compileStatement(statement, source));
  const known = { Allow: new Map<string, Found>(), Deny: new Map<string, Found>() };
  return {
    name,
    source,
    statements,
    statementsFor(action, effect) {
      const found = known[effect].get(action);
      if (found !== undefined) return found;
      const about = statements.filter(
        (one) => one.source.effect === effect && matchesAction(one, action),
      );
      known[effect].set(action, about);
      return about;
    },
  };
}

type Found = readonly CompiledStatement[];

/** Tells whether a statement is about an action. Names compare without case. */
export function matchesAction({ source, actions }: CompiledStatement, action: string): boolean {
  return (actions.find(action.toLowerCase(), noContext) !== -1) !== source.actions.isNegated;
}

/** Tells whether a statement is about a resource. */
export function matchesResource(
  { source, resources }: CompiledStatement,
  resource: string,
  context: RequestContext,
): boolean {
  return (resources.find(resource, context) !== -1) !== source.resources.isNegated;
}

/** Returns the first condition of a statement that a request does not meet. */
export function findUnmetCondition(
  { conditions }: CompiledStatement,
  context: RequestContext,
): CompiledCondition | undefined {
  return conditions.find((condition) => !condition.holds(context));
}

const noContext: RequestContext = new Map();

function compileStatement(source: Statement, { version }: Policy): CompiledStatement {
  const hasVariables = version === '2012-10-17';
  const inActions = { hasWildcards: true, hasVariables: false };
  return {
    source,
    actions: indexPatterns(
      source.actions.patterns.map((pattern) => pattern.toLowerCase()),
      (pattern) => compileMatcher(parsePattern(pattern, inActions)),
    ),
    resources: indexPatterns(source.resources.patterns.map(completeArn), (pattern) =>
      compileResource(pattern, { hasWildcards: true, hasVariables }),
    ),
    conditions: source.conditions.map((condition) => compileCondition(condition, hasVariables)),
  };
}
