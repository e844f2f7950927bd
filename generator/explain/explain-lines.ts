import { noResourceReason } from '../../iam/authorize/authorize-resources.ts';
import type { Confidence, Permission } from '../../iam/permission.ts';
import {
  type CallGroup,
  type CallGroups,
  type CountedCall,
  createCallGroups,
} from './call-groups.ts';
import type { ExplanationFilter } from './explanation-filter.ts';
import type { PolicyLine, PolicyLines } from './policy-lines.ts';

/** One rule that asks for a line of the policy, and the calls that it was applied to. */
export interface ExplainedRule {
  /** One sentence that names the rule and the call's part that asked for the action. */
  readonly because: string;
  readonly confidence: Confidence;
  /** Where the rule comes from. */
  readonly source: string;
  readonly calls: readonly CallGroup[];
}

/** One action on one resource of one statement, and all that asked for it. */
export interface ExplainedLine extends PolicyLine {
  /** True where no call asked for the very resource of the question: the line's wildcard covers it. */
  readonly isCoveredOnly: boolean;
  readonly rules: readonly ExplainedRule[];
}

/** Collects which calls ask for which lines. */
export interface LineExplanations {
  /** Adds what a call asks for. */
  add(call: CountedCall, permission: Permission): void;
  /** Returns the lines by document, statement, action and resource. */
  list(): readonly ExplainedLine[];
}

interface OpenRule {
  readonly permission: Permission;
  readonly calls: CallGroups;
}

type OpenRules = Map<string, OpenRule>;

/** Those who asked for the resource of the question, and those who asked for another that the same line allows. */
interface OpenLine {
  readonly asked: OpenRules;
  readonly beside: OpenRules;
}

/** Returns a collection for the lines of a policy that a filter lets through. */
export function createLineExplanations(
  lines: PolicyLines,
  filter: ExplanationFilter,
): LineExplanations {
  const found = new Map<string, readonly PolicyLine[]>();
  const open = new Map<PolicyLine, OpenLine>();
  const find = (permission: Permission, resource: string): readonly PolicyLine[] => {
    const { action, conditions } = permission;
    const id = `${action} ${resource} ${idOf(conditions)}`;
    const known = found.get(id);
    if (known !== undefined) return known;
    const all = lines
      .find({ action, resource, conditions })
      .filter((line) => filter.matchesResource(resource) || covers(filter, permission, line));
    found.set(id, all);
    return all;
  };
  return {
    add(call, permission) {
      if (!filter.matchesAction(permission.action)) return;
      for (const resource of permission.resources) {
        const isAsked = filter.matchesResource(resource);
        for (const line of find(permission, resource)) {
          const rules = openLine(open, line);
          addTo(isAsked ? rules.asked : rules.beside, call, permission, resource);
        }
      }
    },
    list: () => [...open].sort(([left], [right]) => compareLines(left, right)).map(closeLine),
  };
}

/** An action that is checked on no particular resource covers every ARN, which says nothing of any. */
function covers(filter: ExplanationFilter, { action, wildcards }: Permission, line: PolicyLine) {
  const isAboutNone = wildcards.some(({ reason }) => reason === noResourceReason);
  return !(isAboutNone && line.resource === '*') && filter.covers(action, line.resource);
}

function idOf(conditions: Permission['conditions']): string {
  for (const operator in conditions) {
    if (Object.hasOwn(conditions, operator)) return JSON.stringify(conditions);
  }
  return '';
}

function openLine(open: Map<PolicyLine, OpenLine>, line: PolicyLine): OpenLine {
  const known = open.get(line);
  if (known !== undefined) return known;
  const made = { asked: new Map(), beside: new Map() };
  open.set(line, made);
  return made;
}

function addTo(
  rules: OpenRules,
  call: CountedCall,
  permission: Permission,
  resource: string,
): void {
  const id = `${permission.confidence} ${permission.because}`;
  let rule = rules.get(id);
  if (rule === undefined) {
    rule = { permission, calls: createCallGroups() };
    rules.set(id, rule);
  }
  rule.calls.add(call, resource);
}

function closeLine([line, { asked, beside }]: [PolicyLine, OpenLine]): ExplainedLine {
  const isCoveredOnly = asked.size === 0;
  const rules = [...(isCoveredOnly ? beside : asked)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { permission, calls }]) => ({
      because: permission.because,
      confidence: permission.confidence,
      source: permission.source ?? generalSource(permission),
      calls: calls.list(),
    }));
  return { ...line, isCoveredOnly, rules };
}

/** Where a rule comes from that names no page of its own. */
function generalSource({ action, confidence }: Permission): string {
  const prefix = action.split(':')[0] ?? action;
  if (confidence === 'assumed') return 'AWS says nothing of this operation';
  const page = `Service Authorization Reference, service prefix ${prefix}`;
  return confidence === 'derived' ? page : `${page}; docs/authorization.md has the rule`;
}

function compareLines(left: PolicyLine, right: PolicyLine): number {
  return (
    left.document - right.document ||
    left.statement - right.statement ||
    compareTexts(left.action, right.action) ||
    compareTexts(left.resource, right.resource)
  );
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
