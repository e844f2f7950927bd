import type { ApiCall } from '../../aws/api-call.ts';
import { isArn } from '../../aws/arn.ts';
import type { ResourceEntry } from '../../aws/catalog/entries.ts';
import { type ArnTemplate, matchesTemplate, parseArnTemplate } from './arn-template.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { type FilledArn, fillTemplate } from './fill-template.ts';
import { spellingsOf } from './rules/lower-case-names.ts';
import { writeValue } from './write-value.ts';

/** What a call names of one resource type that its action may be checked on. */
export interface NamedResources {
  readonly isRequired: boolean;
  readonly isNamed: boolean;
  /** True where the request names an ARN that has not the form of this type: taken as it is, for want of better. */
  readonly isVerbatim: boolean;
  readonly template: ArnTemplate;
  /** The values of the variables that the request fills one by one; undefined where it names the whole ARN. */
  readonly bound: BoundValues | undefined;
  /** The parameters of the operation that are bound to variables, by variable. */
  readonly bind: Readonly<Record<string, string>>;
  readonly arns: readonly FilledArn[];
}

type BoundValues = ReadonlyMap<string, readonly string[]>;

/** A grant's types with the templates of their ARNs, and the call that it is for. */
interface Grounds {
  readonly entries: readonly ResourceEntry[];
  readonly templates: Readonly<Record<string, string>>;
  readonly call: ApiCall;
}

/**
 * Returns the ARNs of one of an action's types that a call names: whole ARNs of the type's form, else the form filled
 * with the parameters that are bound to its variables. An ARN of another form is taken where nothing else names one.
 */
export function nameResources(entry: ResourceEntry, grounds: Grounds): NamedResources {
  const { templates, call } = grounds;
  const { bind = {} } = entry;
  const template = parseArnTemplate(templates[entry.type] ?? '');
  const isRequired = entry.required === true;
  const bound = bindValues(entry, template, call);
  const whole = entry.arns && nameWhole(entry, template, bound, grounds);
  if (whole !== undefined)
    return { isRequired, isNamed: true, template, bound: undefined, bind, ...whole };
  const arns = fillTemplate(template, bound, call);
  const isNamed = bound.size > (bound.has('Account') ? 1 : 0);
  return { isRequired, isNamed, isVerbatim: false, template, bound, bind, arns };
}

/**
 * Tells whether the request leaves out what it could name: parameters of the operation are bound to every variable of
 * the ARN, and not all of them are there.
 */
export function isLeftOut({ bound, template, bind }: NamedResources): boolean {
  if (bound === undefined) return false;
  const own = template.variables.filter((variable) => !callVariables.has(variable));
  return (
    own.every((variable) => bind[variable] !== undefined) && !own.every((one) => bound.has(one))
  );
}

/** Returns the parameters that the request fills variables of a type's ARN with. */
export function parametersOf(named: NamedResources): readonly string[] {
  return variablesOf(named).flatMap((variable) => named.bind[variable] ?? []);
}

/** Returns the variables of a type's ARN that the request fills. */
export function variablesOf({ bound, template }: NamedResources): readonly string[] {
  if (bound === undefined) return template.variables;
  return [...bound.keys()].filter((variable) => !callVariables.has(variable));
}

/** Tells whether the request fills every variable that the call itself does not. */
export function isInFull({ bound, template }: NamedResources): boolean {
  return template.variables.every(
    (variable) => bound === undefined || callVariables.has(variable) || bound.has(variable),
  );
}

const callVariables = new Set(['Partition', 'Region', 'Account']);

const unbound: BoundValues = new Map();

function bindValues(entry: ResourceEntry, template: ArnTemplate, call: ApiCall): BoundValues {
  const { bind } = entry;
  if (bind === undefined) return unbound;
  const bound = new Map<string, readonly string[]>();
  for (const variable of Object.keys(bind)) {
    const values = evaluateExpression(bind[variable] ?? '', call);
    // An ARN of another form says nothing of this type.
    const usable = values.every(isPlain)
      ? values
      : values.filter((value) => isPlain(value) || matchesTemplate(value, template, variable));
    if (usable.length > 0) bound.set(variable, spellingsOf(entry.type, usable));
  }
  return bound;
}

/** Returns the whole ARNs that the request names; undefined where it names none. */
function nameWhole(
  entry: ResourceEntry,
  template: ArnTemplate,
  bound: BoundValues,
  grounds: Grounds,
): Pick<NamedResources, 'isVerbatim' | 'arns'> | undefined {
  const named = arnsIn(entry.arns ?? [], grounds.call);
  if (named.length === 0) return undefined;
  const matching = named.filter((value) => matchesTemplate(value, template));
  if (matching.length > 0) {
    const arns = [...matching.map(writeArn), ...fillBeside(entry, template, bound, grounds.call)];
    return { isVerbatim: false, arns };
  }
  const strange = strangeArns(named, entry, bound, grounds.call).filter(
    (arn) => entry.required === true || isOfService(arn, template),
  );
  if (strange.length === 0 || (entry.required === true && isOfOptional(strange, grounds)))
    return undefined;
  return { isVerbatim: true, arns: strange.map(writeArn) };
}

function arnsIn(expressions: readonly string[], call: ApiCall): readonly string[] {
  return expressions.flatMap((expression) => evaluateExpression(expression, call)).filter(isArn);
}

function writeArn(arn: string): FilledArn {
  const { text, reasons } = writeValue(arn);
  return { arn: text, reasons };
}

// Of a list that names some by their ARN and others without, those without.
function fillBeside(
  entry: ResourceEntry,
  template: ArnTemplate,
  bound: BoundValues,
  call: ApiCall,
): readonly FilledArn[] {
  const lists = [...bound].filter(([variable, values]) => {
    const isList = entry.arns?.includes(entry.bind?.[variable] ?? '') === true;
    return isList && values.some(isPlain) && !values.every(isPlain);
  });
  if (lists.length === 0) return [];
  const plain = lists.map(([variable, values]) => [variable, values.filter(isPlain)] as const);
  return fillTemplate(template, new Map([...bound, ...plain]), call);
}

// Of ARNs in another form than the type's, those that may mean it all the same. An ARN beside a name is of something
// else: the table that is backed up into the vault.
function strangeArns(
  named: readonly string[],
  { arns = [], bind = {} }: ResourceEntry,
  bound: BoundValues,
  call: ApiCall,
): readonly string[] {
  const isNamed = [...bound].some(
    ([variable, values]) => !callVariables.has(variable) && values.some(isPlain),
  );
  if (!isNamed) return named;
  const naming = new Set(Object.values(bind));
  return arnsIn(
    arns.filter((expression) => naming.has(expression)),
    call,
  );
}

// A resource of another service is none of the optional types: the file in S3 that a cache is restored from.
function isOfService(arn: string, { parts }: ArnTemplate): boolean {
  const [, service] = (parts[2] ?? '').split(':');
  return arn.split(':')[2] === service;
}

// What an operation is always checked on is not the other resource that its request names: the web ACL of a balancer.
function isOfOptional(arns: readonly string[], { entries, templates }: Grounds): boolean {
  return entries.some(({ required, type }) => {
    if (required === true) return false;
    const template = parseArnTemplate(templates[type] ?? '');
    return arns.every((arn) => matchesTemplate(arn, template));
  });
}

function isPlain(value: string): boolean {
  return !value.startsWith('arn:');
}
