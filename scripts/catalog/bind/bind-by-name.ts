import type { WireOperation } from '../model.ts';
import { findByTypeEnd } from './bind-by-type-end.ts';
import type { Binding, BindingRule } from './binding.ts';
import { isAboutType, isBelowType, nounOf } from './operation-noun.ts';
import { normalise, type Parameters } from './parameters.ts';

/**
 * Finds the parameter of an ARN variable by their names, by rules of measured reliability: the most reliable first.
 * Undefined where no rule reaches the variable.
 */
export function bindByName(
  variable: string,
  operation: WireOperation,
  parameters: Parameters,
  type: string,
): Binding | undefined {
  const exact = parameters.find(variable);
  if (exact !== undefined && isOwnName(variable, operation, type))
    return { expression: exact, rule: 'exact' };
  const plurals = [
    `${variable}s`,
    ...(/y$/i.test(variable) ? [variable.replace(/y$/i, 'ies')] : []),
  ];
  const plural = plurals.map((name) => parameters.find(name)).find((path) => path !== undefined);
  if (plural !== undefined) return { expression: plural, rule: 'plural' };
  return (
    bindByType(variable, operation, parameters, type) ??
    bindByStem(variable, parameters) ??
    bindByTypeEnd(variable, operation, parameters, type)
  );
}

// `Name` is of what the operation is about: the name of a web ACL, not that of the sets which its rules refer to.
function isOwnName(variable: string, operation: WireOperation, type: string): boolean {
  if (!(normalise(variable) in genericSuffixes)) return true;
  const kind = normalise(type).replace(/resource$/, '');
  const isInName = kind.length >= longKind && nounOf(operation.name).includes(kind);
  return isInName || isBelowType(operation.name, kind);
}

/** A shorter name of a type stands in that of an operation by chance: a task in `GetRunTask`, which names the run. */
const longKind = 8;

function bindByTypeEnd(
  variable: string,
  operation: WireOperation,
  parameters: Parameters,
  type: string,
): Binding | undefined {
  const name = normalise(variable);
  const kind = normalise(type);
  if (!(name in genericSuffixes || name.startsWith(kind) || kind.endsWith(name))) return undefined;
  const endings = /name$/.test(name) ? ['name', 'identifier'] : ['id', 'ids', 'identifier'];
  const expression = findByTypeEnd(operation, parameters, type, endings);
  return expression === undefined ? undefined : { expression, rule: 'end of the type' };
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
  const own = /id$|uuid$/.test(variable) ? 'id' : 'name';
  return (
    bindBareName(own, 'bare name', kind, operation, parameters) ??
    bindBareName('identifier', 'bare identifier', kind, operation, parameters)
  );
}

function bindBareName(
  name: string,
  rule: BindingRule,
  kind: string,
  operation: WireOperation,
  parameters: Parameters,
): Binding | undefined {
  const expression = parameters.find(name);
  if (expression === undefined) return undefined;
  const isInPath = operation.members.get(expression)?.location === 'uri';
  const isAbout =
    isAboutType(operation.name, kind) || (isInPath && isBelowType(operation.name, kind));
  return isAbout ? { expression, rule } : undefined;
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
