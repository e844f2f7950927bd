import type { ApiCall } from '../../aws/api-call.ts';
import { isArn } from '../../aws/arn.ts';
import type { ResourceEntry } from '../../aws/catalog/entries.ts';
import type { Wildcard } from '../permission.ts';
import { type ArnTemplate, matchesTemplate, parseArnTemplate } from './arn-template.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { fillTemplate } from './fill-template.ts';
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
  const named = entries.map((entry) => nameResources(entry, templates[entry.type] ?? '', call));
  const kept = dropLessSpecific(chooseNamed(named));
  if (kept.length === 0) return { resources: ['*'], wildcards: [unnamed] };
  const all = kept.length === 1 ? (kept[0]?.arns ?? []) : kept.flatMap(({ arns }) => arns);
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

interface NamedResources {
  readonly isRequired: boolean;
  readonly isNamed: boolean;
  /** True where the request names an ARN that has not the form of this type: taken as it is, for want of better. */
  readonly isVerbatim: boolean;
  readonly template: ArnTemplate;
  /** The values of the variables that the request fills one by one; undefined where it names the whole ARN. */
  readonly bound: ReadonlyMap<string, readonly string[]> | undefined;
  readonly arns: readonly { readonly arn: string; readonly reasons: readonly string[] }[];
}

const callVariables = new Set(['Partition', 'Region', 'Account']);

function nameResources(entry: ResourceEntry, text: string, call: ApiCall): NamedResources {
  const template = parseArnTemplate(text);
  const isRequired = entry.required === true;
  const whole = entry.arns === undefined ? undefined : nameWhole(entry.arns, template, call);
  if (whole !== undefined)
    return { isRequired, isNamed: true, template, bound: undefined, ...whole };
  const bound = new Map<string, readonly string[]>();
  const { bind = {} } = entry;
  for (const variable of Object.keys(bind)) {
    const values = evaluateExpression(bind[variable] ?? '', call);
    if (values.length > 0) bound.set(variable, values);
  }
  const arns = fillTemplate(template, bound, call);
  return { isRequired, isNamed: bound.size > 0, isVerbatim: false, template, bound, arns };
}

/** Returns the whole ARNs that the request names; undefined where it names none. */
function nameWhole(
  expressions: readonly string[],
  template: ArnTemplate,
  call: ApiCall,
): Pick<NamedResources, 'isVerbatim' | 'arns'> | undefined {
  const named = expressions
    .flatMap((expression) => evaluateExpression(expression, call))
    .filter(isArn);
  if (named.length === 0) return undefined;
  const matching = named.filter((value) => matchesTemplate(value, template));
  const arns = (matching.length > 0 ? matching : named).map((arn) => {
    const { text, reasons } = writeValue(arn);
    return { arn: text, reasons };
  });
  return { isVerbatim: matching.length === 0, arns };
}

/** The variables that the request fills. */
function variablesOf({ bound, template }: NamedResources): readonly string[] {
  return bound === undefined ? template.variables : [...bound.keys()];
}

/** Tells whether the request fills every variable that the call itself does not. */
function isInFull({ bound, template }: NamedResources): boolean {
  return template.variables.every(
    (variable) => bound === undefined || callVariables.has(variable) || bound.has(variable),
  );
}

// Of the optional types, those that the request names in full; where it names none in full, those it names in part.
function chooseNamed(named: readonly NamedResources[]): readonly NamedResources[] {
  // Most actions are checked on one type, and there is nothing to choose.
  if (named.length === 1) return named.filter(({ isRequired, isNamed }) => isRequired || isNamed);
  const optional = named.filter(({ isRequired, isNamed }) => !isRequired && isNamed);
  const formed = optional.filter(({ isVerbatim }) => !isVerbatim);
  const inFull = (formed.some(isInFull) ? formed : optional).filter(isInFull);
  const chosen = inFull.length > 0 ? inFull : optional;
  return named.filter((one) => one.isRequired || chosen.includes(one));
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
