import type { WireOperation } from '../model.ts';
import { answerPrefix } from '../tables/answers.ts';
import { arnAliases, neverArns } from '../tables/arn-aliases.ts';
import { findUnbound } from '../tables/unbound-variables.ts';
import { aliasesOf } from '../tables/variable-aliases.ts';
import { bindByName } from './bind-by-name.ts';
import type { Binding } from './binding.ts';
import { findArns } from './find-arns.ts';
import { hasParameters } from './has-parameters.ts';
import { Parameters } from './parameters.ts';

/** What fills the ARN of one resource type from an operation's parameters. */
export interface ResourceBinding {
  /** By ARN variable. */
  readonly variables: ReadonlyMap<string, Binding>;
  /** The variables that no parameter fills. */
  readonly unbound: readonly string[];
  /** Parameters that may be the whole ARN. */
  readonly arns: readonly string[];
}

/** What a resource type is bound for. */
export interface BindingTarget {
  readonly iamPrefix: string;
  readonly type: string;
  readonly template: string;
}

/** Variables that the call itself fills, whatever its parameters. */
const callVariables = new Set(['Partition', 'Region', 'Account']);

/**
 * Binds the variables of a resource type's ARN to parameters of the operation: a variable that nothing reaches stays
 * unbound, and its segment a wildcard.
 */
export function bindVariables(operation: WireOperation, target: BindingTarget): ResourceBinding {
  const parameters = new Parameters(operation);
  const names = variablesOf(target.template);
  const found = names.map((name) => [name, bindOne(name, operation, parameters, target)] as const);
  const owner = bindOwner(operation, target);
  const named = arnAliases[target.iamPrefix]?.[target.type.toLowerCase()] ?? [];
  const never = neverArns[target.iamPrefix]?.[target.type] ?? [];
  const arns = [
    ...named.filter((path) => isAnswered(path) || hasParameters(operation, path)),
    ...findArns(operation, parameters, target.type).filter((path) => !never.includes(path)),
    ...findAmbiguous(names, operation, parameters, target),
  ];
  return {
    variables: new Map([
      ...found.flatMap(([name, one]) => (one === undefined ? [] : [[name, one] as const])),
      ...(owner === undefined ? [] : [['Account', owner] as const]),
    ]),
    unbound: found.filter(([, one]) => one === undefined).map(([name]) => name),
    arns: [...new Set(arns)],
  };
}

/** Returns the names of an ARN template's variables, without those that every call fills. */
function variablesOf(template: string): readonly string[] {
  const names = [...template.matchAll(/\$\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !callVariables.has(name));
}

// What may name a resource in two ways is certain where it is an ARN.
function findAmbiguous(
  names: readonly string[],
  operation: WireOperation,
  parameters: Parameters,
  { iamPrefix, type }: BindingTarget,
): readonly string[] {
  const last = names.at(-1);
  if (last === undefined) return [];
  const place = { operation: operation.name, type, variable: last };
  if (findUnbound(iamPrefix, place)?.kind !== 'ambiguous') return [];
  const found = bindByName(last, operation, parameters, type);
  return found === undefined ? [] : [found.expression];
}

function bindOne(
  variable: string,
  operation: WireOperation,
  parameters: Parameters,
  { iamPrefix, type }: BindingTarget,
): Binding | undefined {
  const place = { operation: operation.name, type, variable };
  const alias = aliasesOf(iamPrefix, place).find((one) => hasParameters(operation, one));
  if (alias !== undefined) return { expression: alias, rule: 'alias' };
  const isAmbiguous = findUnbound(iamPrefix, place)?.kind === 'ambiguous';
  return isAmbiguous ? undefined : bindByName(variable, operation, parameters, type);
}

// Whose the resource is, where the request may name one of another account than the caller's.
function bindOwner(
  operation: WireOperation,
  { iamPrefix, type, template }: BindingTarget,
): Binding | undefined {
  if (!template.includes('${Account}')) return undefined;
  const place = { operation: operation.name, type, variable: 'Account' };
  const alias = aliasesOf(iamPrefix, place).find((one) => hasParameters(operation, one));
  return alias === undefined ? undefined : { expression: alias, rule: 'alias' };
}

// Values of answers are there or not when a call is authorized; see tables/answers.ts.
function isAnswered(expression: string): boolean {
  return expression.includes(answerPrefix);
}
