import type { ApiCall } from '../../aws/api-call.ts';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';
import type { Permission } from '../permission.ts';
import { answerDenials } from './answer-denials.ts';
import { authorizeConditions } from './authorize-conditions.ts';
import { authorizeResources } from './authorize-resources.ts';
import { type ConditionChoice, defaultConditions } from './condition-choice.ts';
import { withTodaysParameters } from './earlier-parameters.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { holdToGiven } from './hold-to-given.ts';
import { markCrossAccount } from './mark-cross-account.ts';
import { offerBlocked } from './offer-blocked.ts';
import { withRegion } from './offer-region.ts';
import { ownDenials } from './own-denials.ts';
import { adaptIamPaths } from './rules/iam-paths.ts';
import { findMissingKey } from './rules/missing-key.ts';
import { adaptS3, isPlainBucket } from './rules/s3.ts';

/**
 * Returns what IAM must allow for a call, by the catalog and by what AWS said where it denied the call: one permission
 * for each action that this request needs. Empty where AWS asks for no permission: also of a call without a signature.
 * Empty too where the catalog knows of none, and where an Allow would not help: see `answerDenials`.
 * `choice` says which conditions are written; those that could fail the program's next run are not unless it says so.
 */
export function authorize(
  call: ApiCall,
  catalog: CatalogSource,
  choice: ConditionChoice = defaultConditions,
): readonly Permission[] {
  const asked = authorizeAsked(call, catalog, choice);
  const needed = call.denials === undefined ? asked : answerDenials(call, asked, catalog);
  return holdToGiven(markCrossAccount(call, needed), choice, catalog);
}

/** Returns what a call asks for by the catalog alone, whatever AWS said of it: what a denied call was denied. */
export function authorizeAsked(
  recorded: ApiCall,
  catalog: CatalogSource,
  choice: ConditionChoice = defaultConditions,
): readonly Permission[] {
  const call = withTodaysParameters(recorded);
  const permissions = permit(call, catalog, choice, isPlain);
  const adapted = adaptations[call.service]?.(call, permissions, choice) ?? permissions;
  return adaptIamPaths(call, adapted);
}

/**
 * Returns what a call may need beyond `authorize`, though nothing on the wire tells whether it does: the service-linked
 * role that the first call in an account makes, the key of a bucket, the listing that tells a missing key from a
 * forbidden one, what another policy than the caller's did not allow. No policy has it unless asked for.
 */
export function authorizeHidden(
  recorded: ApiCall,
  catalog: CatalogSource,
  choice: ConditionChoice = defaultConditions,
): readonly Permission[] {
  if (isRefused(recorded)) return none;
  const call = withTodaysParameters(recorded);
  const isKnown = call.service !== 's3' || isPlainBucket(call);
  const hidden = isKnown ? permit(call, catalog, choice, isHidden) : none;
  if (hidden.length === 0 && call.service !== 's3' && call.denials === undefined) return none;
  const all = [
    ...hidden.map((permission): Permission => ({ ...permission, confidence: 'assumed' })),
    ...offerListing(call, catalog),
    ...(call.denials === undefined
      ? []
      : offerBlocked(call, authorizeAsked(call, catalog, choice))),
  ];
  return holdToGiven(all, choice, catalog);
}

const isPlain = ({ hidden }: GrantEntry) => hidden !== true;
const isHidden = ({ hidden }: GrantEntry) => hidden === true;
const none: readonly Permission[] = [];

// What an explicit deny ended needs nothing more.
function isRefused(call: ApiCall): boolean {
  if (call.denials === undefined) return false;
  const isWhole = call.status === null || call.status >= 400;
  return isWhole && ownDenials(call).some(({ isExplicit }) => isExplicit);
}

function offerListing(call: ApiCall, catalog: CatalogSource): readonly Permission[] {
  const missing = findMissingKey(call);
  if (missing === undefined) return [];
  return authorizeAsked(missing.listing, catalog)
    .filter(({ action }) => action === 's3:ListBucket')
    .map((permission) => ({
      ...permission,
      because: `s3 ${call.operation}: ${missing.because}`,
      confidence: 'documented',
    }));
}

function permit(
  call: ApiCall,
  catalog: CatalogSource,
  choice: ConditionChoice,
  isWanted: (grant: GrantEntry) => boolean,
): readonly Permission[] {
  if (call.identity === null) return none;
  const service = catalog.findService(call.service);
  const operations = service?.operations ?? {};
  const operation = Object.hasOwn(operations, call.operation)
    ? operations[call.operation]
    : undefined;
  if (service === undefined || operation?.grants === undefined) return none;
  let permissions: Permission[] | undefined;
  for (const grant of operation.grants) {
    if (!isWanted(grant) || !isNeeded(grant, call)) continue;
    permissions ??= [];
    permissions.push(permitOne(grant, service.resourceTypes, call, choice));
  }
  return permissions ?? none;
}

function permitOne(
  grant: GrantEntry,
  resourceTypes: Readonly<Record<string, string>>,
  call: ApiCall,
  choice: ConditionChoice,
): Permission {
  const { resources, wildcards } = authorizeResources(grant.resources ?? [], resourceTypes, call);
  const { conditions, available } = authorizeConditions(withRegion(grant, call), call, choice);
  return {
    action: grant.action,
    resources,
    wildcards,
    conditions,
    ...(available !== undefined && { available }),
    because: explain(grant, call),
    confidence: grant.from === 'table' ? 'documented' : 'derived',
    ...(grant.source !== undefined && { source: grant.source }),
  };
}

/** What the catalog's rows cannot say, by service. */
const adaptations: Readonly<
  Record<
    string,
    (
      call: ApiCall,
      permissions: readonly Permission[],
      choice: ConditionChoice,
    ) => readonly Permission[]
  >
> = { s3: adaptS3 };

function isNeeded(grant: GrantEntry, call: ApiCall): boolean {
  const hasOne = (expressions: readonly string[]) =>
    expressions.some((expression) => evaluateExpression(expression, call).length > 0);
  if (grant.when !== undefined && !hasOne(grant.when)) return false;
  return grant.unless === undefined || !hasOne(grant.unless);
}

/** Of a grant that every call of the operation needs the sentence is the same for all of them, and made once. */
function explain(grant: GrantEntry, call: ApiCall): string {
  const known = explained.get(grant);
  if (known?.service === call.service && known.operation === call.operation) return known.text;
  const text = describeGrant(grant, call);
  const { service, operation } = call;
  if (grant.when === undefined) explained.set(grant, { service, operation, text });
  return text;
}

const explained = new WeakMap<
  GrantEntry,
  { readonly service: string; readonly operation: string; readonly text: string }
>();

function describeGrant(grant: GrantEntry, call: ApiCall): string {
  const name = `${call.service} ${call.operation}`;
  if (grant.because !== undefined) return `${name}: ${grant.because}`;
  if (grant.from !== 'table') return `${name} is authorized as the action of the same name`;
  const asked = grant.when?.filter((one) => evaluateExpression(one, call).length > 0) ?? [];
  return asked.length === 0
    ? `${name} is authorized as ${grant.action}`
    : `${name} with ${asked.map(nameParameter).join(', ')} is authorized as ${grant.action}`;
}

// `copySourceVersion(CopySource)` is the parameter CopySource to a reader.
function nameParameter(expression: string): string {
  return /\(([^),?]+)/.exec(expression)?.[1] ?? expression;
}
