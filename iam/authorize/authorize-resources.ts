import type { ApiCall } from '../../aws/api-call.ts';
import { isArn } from '../../aws/arn.ts';
import type { ResourceEntry } from '../../aws/catalog/entries.ts';
import type { Wildcard } from '../permission.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import type { FilledArn } from './fill-template.ts';
import {
  isInFull,
  isLeftOut,
  type NamedResources,
  nameResources,
  parametersOf,
  variablesOf,
} from './name-resources.ts';
import { writeValue } from './write-value.ts';

/** The resources that an action is checked on for one call. */
export interface AuthorizedResources {
  readonly resources: readonly string[];
  readonly wildcards: readonly Wildcard[];
}

/**
 * Returns the resources of one action for a call. Types that AWS always checks are there with or without a value; the
 * others only where the request names one. Where it names none of them, the resource is `*`.
 */
export function authorizeResources(
  entries: readonly ResourceEntry[],
  templates: Readonly<Record<string, string>>,
  call: ApiCall,
): AuthorizedResources {
  if (entries.length === 0) return { resources: ['*'], wildcards: [noResource] };
  const grounds = { entries, templates, call };
  const named = entries.map((entry) => nameResources(entry, grounds));
  const kept = dropLessSpecific(chooseNamed(named));
  if (kept.length === 0) return { resources: ['*'], wildcards: [unnamed] };
  const [first] = kept;
  const known =
    first !== undefined && kept.length === 1 ? first.arns : kept.flatMap(({ arns }) => arns);
  const unmatched = findUnmatched(entries, named, call);
  const all = unmatched.length === 0 ? known : [...known, ...unmatched];
  const [only] = all;
  if (only !== undefined && all.length === 1 && only.reasons.length === 0) {
    return { resources: [only.arn], wildcards: none };
  }
  const wildcards = all
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ arn, reasons }) => ({ resource: arn, reason: reasons.join('; ') }));
  const resources = all.map(({ arn }) => arn);
  return {
    resources: resources.length === 1 ? resources : [...new Set(resources)].sort(),
    wildcards,
  };
}

/** The reason of a `*` that no ARN could take the place of. */
export const noResourceReason = 'AWS checks this action on no particular resource';

const none: readonly Wildcard[] = [];
const noResource = { resource: '*', reason: noResourceReason };
const unnamed = {
  resource: '*',
  reason: 'the request names none of the resources that AWS can check this action on',
};

/**
 * Returns the ARNs of a list that have the form of none of the types, where others have: the Service Authorization
 * Reference does not name every type that the action takes.
 */
function findUnmatched(
  entries: readonly ResourceEntry[],
  named: readonly NamedResources[],
  call: ApiCall,
): readonly FilledArn[] {
  const lists = listsOf(entries);
  if (lists.length === 0) return [];
  const known = new Set(named.flatMap(({ arns }) => arns.map(({ arn }) => arn)));
  return lists.flatMap((list) => {
    const written = evaluateExpression(list, call)
      .filter(isArn)
      .map((value) => writeValue(value));
    const unmatched = written.filter(({ text }) => !known.has(text));
    if (unmatched.length === written.length) return [];
    return unmatched.map(({ text, reasons }) => ({ arn: text, reasons }));
  });
}

/** The lists that may hold ARNs, each once; looked for once for all calls. */
function listsOf(entries: readonly ResourceEntry[]): readonly string[] {
  const before = listsOfEntries.get(entries);
  if (before !== undefined) return before;
  const lists = entries.flatMap(({ arns = [] }) => arns.filter((one) => one.includes('[]')));
  const distinct = [...new Set(lists)];
  listsOfEntries.set(entries, distinct);
  return distinct;
}

const listsOfEntries = new WeakMap<readonly ResourceEntry[], readonly string[]>();

// Of the optional types, those that the request names in full; where it names none in full, those it names in part.
function chooseNamed(named: readonly NamedResources[]): readonly NamedResources[] {
  // Most actions are checked on one type, and there is nothing to choose. There may be only one of it: `hub/default`.
  if (named.length === 1)
    return named.filter((one) => one.isRequired || one.isNamed || isOnlyOne(one));
  const optional = named.filter(({ isRequired, isNamed }) => !isRequired && isNamed);
  const formed = optional.filter(({ isVerbatim }) => !isVerbatim);
  const inFull = (formed.some(isInFull) ? formed : optional).filter(isInFull);
  const chosen = inFull.length > 0 ? inFull : optional.filter((one) => !isOnlyParent(one, named));
  return named.filter((one) => one.isRequired || chosen.includes(one));
}

// Of an optional type, the request may name no more than the parent that is checked anyway: the queue of a job without
// the share of the queue that other jobs name.
function isOnlyParent(one: NamedResources, named: readonly NamedResources[]): boolean {
  if (!isLeftOut(one)) return false;
  const filling = parametersOf(one);
  return named.some((other) => {
    if (!other.isRequired || !isInFull(other)) return false;
    const parameters = parametersOf(other);
    return filling.every((parameter) => parameters.includes(parameter));
  });
}

function isOnlyOne(one: NamedResources): boolean {
  return isInFull(one) && one.arns.every(({ reasons }) => reasons.length === 0);
}

// Of optional types, one that the request names in more detail replaces the one that it extends: an alias its
// function, an index its table.
function dropLessSpecific(named: readonly NamedResources[]): readonly NamedResources[] {
  if (named.length <= 1) return named;
  const filled = named.map((one) => ({ one, variables: variablesOf(one) }));
  return filled
    .filter(
      ({ one, variables }) =>
        one.isRequired ||
        !filled.some(
          (other) =>
            other.variables.length > variables.length &&
            variables.every((variable) => other.variables.includes(variable)),
        ),
    )
    .map(({ one }) => one);
}
