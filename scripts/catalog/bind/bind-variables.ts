import type { WireOperation } from '../model.ts';
import { answerPrefix } from '../tables/answers.ts';
import { arnAliases, neverArns, variableAliases } from '../tables/variable-aliases.ts';
import { normalise, Parameters } from './parameters.ts';

/** How an ARN variable got its parameter; counted in the manifest. */
export type BindingRule =
  | 'alias'
  | 'exact'
  | 'plural'
  | 'named after the type'
  | 'same stem'
  | 'bare name';

/** What fills the ARN of one resource type from an operation's parameters. */
export interface ResourceBinding {
  /** ARN variable to parameter expression. */
  readonly variables: Readonly<Record<string, string>>;
  /** Parameters that may be the whole ARN. */
  readonly arns: readonly string[];
  readonly rules: readonly BindingRule[];
}

interface Binding {
  readonly expression: string;
  readonly rule: BindingRule;
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
 * Binds the variables of a resource type's ARN to parameters of the operation, by rules of measured reliability:
 * a variable that no rule reaches stays unbound, and its segment a wildcard.
 */
export function bindVariables(operation: WireOperation, target: BindingTarget): ResourceBinding {
  const parameters = new Parameters(operation);
  const variables: Record<string, string> = {};
  const rules: BindingRule[] = [];
  for (const variable of variablesOf(target.template)) {
    const found = bindOne(variable, operation, parameters, target);
    if (found === undefined) continue;
    variables[variable] = found.expression;
    rules.push(found.rule);
  }
  const named = arnAliases[target.iamPrefix]?.[target.type.toLowerCase()] ?? [];
  const arns = named.filter(
    (expression) => isAnswered(expression) || hasParameters(operation, expression),
  );
  return {
    variables,
    arns: [...arns, ...findArns(parameters, target).filter((path) => !isNeverArn(path, target))],
    rules,
  };
}

function isNeverArn(path: string, { iamPrefix, type }: BindingTarget): boolean {
  return neverArns[iamPrefix]?.[type]?.includes(path) === true;
}

/** Returns the names of an ARN template's variables, without those that every call fills. */
function variablesOf(template: string): readonly string[] {
  const names = [...template.matchAll(/\$\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !callVariables.has(name));
}

function bindOne(
  variable: string,
  operation: WireOperation,
  parameters: Parameters,
  target: BindingTarget,
): Binding | undefined {
  const alias = (variableAliases[target.iamPrefix]?.[variable] ?? []).find((expression) =>
    hasParameters(operation, expression),
  );
  if (alias !== undefined) return { expression: alias, rule: 'alias' };
  const exact = parameters.find(variable);
  if (exact !== undefined) return { expression: exact, rule: 'exact' };
  const plural = parameters.find(`${variable}s`) ?? parameters.find(variable.replace(/y$/i, 'ies'));
  if (plural !== undefined) return { expression: plural, rule: 'plural' };
  return (
    bindByType(variable, operation, parameters, target.type) ?? bindByStem(variable, parameters)
  );
}

// A variable called after the resource type, or by no name of its own, may be the parameter called after the type, or
// bare `Name` or `Id` where the operation is about that type. A `…Id` is never taken from a `…Name`: measured wrong.
function bindByType(
  variable: string,
  operation: WireOperation,
  parameters: Parameters,
  type: string,
): Binding | undefined {
  const kind = normalise(type);
  const name = normalise(variable);
  const suffixes = genericSuffixes[name] ?? ownSuffixes[name.slice(kind.length)];
  if (suffixes === undefined || !(name in genericSuffixes || name.startsWith(kind)))
    return undefined;
  for (const suffix of suffixes) {
    const isContent = suffix === '' && contentStems.has(kind);
    const found = isContent ? undefined : parameters.find(kind + suffix);
    if (found !== undefined) return { expression: found, rule: 'named after the type' };
  }
  return bindBare(name, kind, operation, parameters);
}

/** What may follow the type in the parameter of a variable that has no name of its own. */
const genericSuffixes: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'identifier', ''],
  name: ['name', 'identifier', ''],
  resourceid: ['id', 'identifier', ''],
  resourcename: ['name', 'identifier', ''],
  resourcepath: ['id', 'name', 'identifier', ''],
};

/** The same for a variable that is called after the type, by what follows the type in it. */
const ownSuffixes: Readonly<Record<string, readonly string[]>> = {
  '': ['id', 'name', 'identifier', ''],
  id: ['identifier', ''],
  identifier: ['id', ''],
  name: ['identifier', ''],
};

function bindBare(
  variable: string,
  kind: string,
  operation: WireOperation,
  parameters: Parameters,
): Binding | undefined {
  if (variable === kind) return undefined;
  const noun = normalise(operation.name.replace(/^[A-Z][a-z]+/, ''));
  const bare = parameters.find(/id$|uuid$/.test(variable) ? 'id' : 'name');
  if (bare === undefined) return undefined;
  const isInPath = operation.members.get(bare)?.location === 'uri';
  const isAbout = noun === kind || (isInPath && noun.startsWith(kind));
  return isAbout ? { expression: bare, rule: 'bare name' } : undefined;
}

// `ServiceId` from `serviceIdentifier`, `DomainName` from `domain`: the same stem with another ending.
function bindByStem(variable: string, parameters: Parameters): Binding | undefined {
  const name = normalise(variable);
  const stem = name.replace(/(?:identifier|id|name)$/, '');
  if (stem === '' || stem === name) return undefined;
  const bare = contentStems.has(stem) ? [] : [''];
  for (const ending of ['identifier', ...bare]) {
    const found = parameters.find(stem + ending);
    if (found !== undefined) return { expression: found, rule: 'same stem' };
  }
  return undefined;
}

/** Stems that name a text of their own as often as a resource: a policy document, a tag's key. */
const contentStems = new Set([
  'body',
  'certificate',
  'configuration',
  'content',
  'data',
  'definition',
  'document',
  'key',
  'message',
  'policy',
  'query',
  'resource',
  'ruleset',
  'schema',
  'service',
  'template',
  'text',
  'type',
  'value',
  'version',
]);

function findArns(parameters: Parameters, target: BindingTarget): readonly string[] {
  const kind = normalise(target.type);
  const own = [
    `${kind}arn`,
    `${kind}arns`,
    kind,
    `${kind}s`,
    `${kind}id`,
    `${kind}identifier`,
    `${kind}name`,
  ];
  const shared = ['resourcearn', 'resourcearns', 'resourceid', 'resource', 'arn', 'arns'];
  return [...own, ...shared]
    .map((name) => parameters.find(name))
    .filter((path): path is string => path !== undefined);
}

// Values of answers are there or not when a call is authorized; see tables/answers.ts.
function isAnswered(expression: string): boolean {
  return expression.includes(answerPrefix);
}

// An expression may leave out the parameters that it marks with `?`, but must have one.
function hasParameters(operation: WireOperation, expression: string): boolean {
  const inner = /^[a-zA-Z]+\((.*)\)$/.exec(expression)?.[1] ?? expression;
  const paths = inner.split(/,\s*/);
  const isThere = (path: string) => operation.members.has(path.split(/[.[{?]/)[0] ?? '');
  return paths.some(isThere) && paths.every((path) => path.endsWith('?') || isThere(path));
}
