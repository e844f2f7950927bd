import type { CatalogSource } from '../aws/catalog/catalog.ts';
import {
  type CallGroup,
  type CallGroups,
  createCallGroups,
} from '../generator/explain/call-groups.ts';
import {
  createLineExplanations,
  type ExplainedLine,
  type LineExplanations,
} from '../generator/explain/explain-lines.ts';
import type { ExplanationFilter } from '../generator/explain/explanation-filter.ts';
import { findNearest } from '../generator/explain/find-nearest.ts';
import { indexPolicyLines, type PolicyLine } from '../generator/explain/policy-lines.ts';
import type { StatementExplanation } from '../generator/explanation.ts';
import { authorize, authorizeHidden } from '../iam/authorize/authorize.ts';
import type { ConditionChoice } from '../iam/authorize/condition-choice.ts';
import { findUntold, type Untold } from '../iam/authorize/find-untold.ts';
import { type NoPermission, whyNoPermission } from '../iam/authorize/why-no-permission.ts';
import { toRequestContext } from '../iam/evaluate/request-context.ts';
import type { PolicyDocument } from '../iam/policy.ts';
import { nearestName } from '../iam/policy-document/nearest-name.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../sessions/session-call.ts';
import { conditionChoiceOf } from './condition-options.ts';
import { groupBy } from './group-by.ts';
import type { PolicyOfCalls, PolicySettings } from './policy-of-calls.ts';

/** A policy document with why it is so, and the lines of it that are explained. */
export interface ExplainedPart {
  readonly document: PolicyDocument;
  readonly explanations: readonly StatementExplanation[];
  readonly lines: readonly ExplainedLine[];
}

/** Calls without a permission, and why they have none. */
export interface NeedlessCalls extends NoPermission {
  readonly calls: readonly CallGroup[];
}

/** Calls that set off what takes permissions which nobody can tell from them. */
export interface UntoldCalls extends Untold {
  readonly calls: readonly CallGroup[];
}

/** What was asked of a policy, and all that answers it. */
export interface CallExplanation {
  /** The documents of the policy; only the lines that were asked for. */
  readonly parts: readonly ExplainedPart[];
  /** What services may do for the caller unseen: it is not in the policy. */
  readonly hidden: ExplainedPart;
  readonly needless: readonly NeedlessCalls[];
  readonly untold: readonly UntoldCalls[];
  /** Where nothing was found: the lines of the policy that are most like it. */
  readonly nearest: readonly PolicyLine[];
  /** Where no recorded call has the name that was asked for: the one that is most like it. */
  readonly nearestCall: string | undefined;
}

/** Explains a policy by the calls that it was made of: those of its lines that a filter lets through. */
export function explainCalls(
  calls: readonly SessionCall[],
  policy: PolicyOfCalls,
  catalog: CatalogSource,
  settings: PolicySettings,
  filter: ExplanationFilter,
): CallExplanation {
  const documents = policy.documents.map(({ document }) => document);
  const hiddenDocument: PolicyDocument = {
    Version: '2012-10-17',
    Statement: policy.hidden.statements,
  };
  const common = toRequestContext(policy.context);
  const shown = createLineExplanations(indexPolicyLines(documents, common), filter);
  const hidden = createLineExplanations(indexPolicyLines([hiddenDocument], common), filter);
  const needless = createNeedlessCalls();
  const untold = createUntoldCalls();
  const choice = conditionChoiceOf(settings);
  for (const call of calls) {
    if (!isRecognised(call) || !filter.matchesCall(call.service, call.operation)) continue;
    const count = explainCall(call, {
      catalog,
      choice,
      shown,
      hidden: settings.includeHidden === true ? shown : hidden,
    });
    if (count === 0) needless.add(call, catalog);
    untold.add(call);
  }
  const lines = shown.list();
  const about = filter.question;
  const isAboutCalls = about.action === undefined && about.resource === undefined;
  const byDocument = groupBy(lines, (line) => line.document);
  const found = {
    parts: policy.documents.map(({ document, explanations }, at) => ({
      document,
      explanations,
      lines: byDocument.get(at) ?? [],
    })),
    hidden: {
      document: hiddenDocument,
      explanations: policy.hidden.explanations,
      lines: hidden.list(),
    },
    // An action or a resource that was asked for is nothing that these calls have.
    needless: isAboutCalls ? needless.list() : [],
    untold: isAboutCalls ? untold.list() : [],
  };
  const isEmpty = lines.length + found.hidden.lines.length + found.needless.length === 0;
  return {
    ...found,
    nearest: isEmpty ? findNearest(documents, filter) : [],
    nearestCall: isEmpty ? nearestCallOf(about.call, calls) : undefined,
  };
}

interface Explaining {
  readonly catalog: CatalogSource;
  readonly choice: ConditionChoice;
  readonly shown: LineExplanations;
  readonly hidden: LineExplanations;
}

/** Returns how many permissions the call has. */
function explainCall(
  call: RecognisedSessionCall,
  { catalog, choice, shown, hidden }: Explaining,
): number {
  const permissions = authorize(call, catalog, choice);
  for (const permission of permissions) shown.add(call, permission);
  for (const permission of authorizeHidden(call, catalog, choice)) hidden.add(call, permission);
  return permissions.length;
}

function createNeedlessCalls() {
  const groups = new Map<string, NoPermission & { readonly calls: CallGroups }>();
  return {
    add(call: RecognisedSessionCall, catalog: CatalogSource): void {
      const why = whyNoPermission(call, catalog);
      const known = groups.get(why.reason) ?? { ...why, calls: createCallGroups() };
      groups.set(why.reason, known);
      known.calls.add(call);
    },
    list: (): readonly NeedlessCalls[] =>
      [...groups.values()]
        .sort((left, right) => (left.reason < right.reason ? -1 : 1))
        .map((one) => ({ ...one, calls: one.calls.list() })),
  };
}

function createUntoldCalls() {
  const groups = new Map<Untold, CallGroups>();
  return {
    add(call: RecognisedSessionCall): void {
      const untold = findUntold(call);
      if (untold === undefined) return;
      const calls = groups.get(untold) ?? createCallGroups();
      groups.set(untold, calls);
      calls.add(call);
    },
    list: (): readonly UntoldCalls[] =>
      [...groups]
        .sort(([left], [right]) => (left.what < right.what ? -1 : 1))
        .map(([{ what, remedy, source }, calls]) => ({
          what,
          remedy,
          source,
          calls: calls.list(),
        })),
  };
}

function nearestCallOf(
  wanted: string | undefined,
  calls: readonly SessionCall[],
): string | undefined {
  if (wanted === undefined) return undefined;
  const names = new Map<string, string>();
  for (const call of calls) {
    if (!isRecognised(call)) continue;
    const name = `${call.service} ${call.operation}`;
    names.set(call.operation, name);
    names.set(`${call.service}:${call.operation}`, name);
  }
  return names.get(nearestName(wanted.trim().replace(/[ .]/, ':'), names.keys()) ?? '');
}
