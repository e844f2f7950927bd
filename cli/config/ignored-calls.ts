import { parsePattern } from '../../iam/evaluate/pattern.ts';
import { compileMatcher, type TextMatcher } from '../../iam/evaluate/text-matcher.ts';
import type { Permission } from '../../iam/permission.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../../sessions/session-call.ts';

/** Recorded calls that a policy need not allow: those to which all that it says applies. */
export interface IgnoreRule {
  readonly service?: string;
  readonly operation?: string;
  readonly resource?: string;
  readonly reason: string;
}

/** What a rule came to. */
export interface IgnoredCalls {
  readonly rule: IgnoreRule;
  /** How many distinct calls were ignored, as a whole or with a resource. */
  readonly calls: number;
  /** The operations among them, sorted: `s3 GetObject`. */
  readonly operations: readonly string[];
}

/** Leaves ignored calls out, and remembers which they were. */
export interface CallFilter {
  /** Returns the calls that are not ignored as a whole. */
  keep(calls: readonly SessionCall[]): readonly SessionCall[];
  /** Returns the permissions of such a call without the resources that are ignored. */
  keepPermissions(
    call: RecognisedSessionCall,
    permissions: readonly Permission[],
  ): readonly Permission[];
  /** Returns what each rule came to so far, in the order of the rules. */
  ignored(): readonly IgnoredCalls[];
}

/** Returns the filter for some rules. A call goes with the first rule that applies to it. */
export function createCallFilter(rules: readonly IgnoreRule[]): CallFilter {
  const compiled = rules.map(compileRule);
  const whole = compiled.filter(({ rule }) => rule.resource === undefined);
  const byResource = compiled.filter(({ rule }) => rule.resource !== undefined);
  return {
    keep: (calls) => (whole.length === 0 ? calls : calls.filter((call) => !isIgnored(call, whole))),
    keepPermissions: (call, permissions) => {
      if (byResource.length === 0) return permissions;
      const applied = byResource.filter((one) => one.appliesTo(call));
      if (applied.length === 0) return permissions;
      return permissions.flatMap((permission) => withoutIgnored(permission, call, applied));
    },
    ignored: () =>
      compiled.map(({ rule, calls }) => ({
        rule,
        calls: calls.size,
        operations: [...new Set([...calls].map(nameOperation))].sort(),
      })),
  };
}

interface CompiledRule {
  readonly rule: IgnoreRule;
  readonly calls: Set<RecognisedSessionCall>;
  appliesTo(call: RecognisedSessionCall): boolean;
  matches(resource: string): boolean;
}

function compileRule(rule: IgnoreRule): CompiledRule {
  const operation = matcherOf(rule.operation);
  const resource = matcherOf(rule.resource);
  return {
    rule,
    calls: new Set(),
    appliesTo: (call) =>
      (rule.service === undefined || rule.service === call.service) &&
      operation.matches(call.operation, noContext),
    matches: (one) => resource.matches(one, noContext),
  };
}

const noContext = new Map<string, readonly string[]>();

function matcherOf(pattern = '*'): TextMatcher {
  return compileMatcher(parsePattern(pattern, { hasWildcards: true, hasVariables: false }));
}

function isIgnored(call: SessionCall, rules: readonly CompiledRule[]): boolean {
  if (!isRecognised(call)) return false;
  const rule = rules.find((one) => one.appliesTo(call));
  rule?.calls.add(call);
  return rule !== undefined;
}

function withoutIgnored(
  permission: Permission,
  call: RecognisedSessionCall,
  rules: readonly CompiledRule[],
): readonly Permission[] {
  const resources = permission.resources.filter((resource) => {
    const rule = rules.find((one) => one.matches(resource));
    rule?.calls.add(call);
    return rule === undefined;
  });
  if (resources.length === permission.resources.length) return [permission];
  if (resources.length === 0) return [];
  const wildcards = permission.wildcards.filter(({ resource }) => resources.includes(resource));
  return [{ ...permission, resources, wildcards }];
}

function nameOperation({ service, operation }: RecognisedSessionCall): string {
  return `${service} ${operation}`;
}
