import { hasWildcard } from '../covering-patterns.ts';
import type { ActionGrants } from '../merge-permissions.ts';
import { isIdVariable } from './own-id.ts';
import { rememberOfType } from './remember-of-type.ts';
import { parseResource, type ResourceForm } from './resource-form.ts';
import type { ResourceType, ResourceTypes } from './resource-types.ts';

/** What the recorded program makes: each run has other ids for it. */
export interface MadeResources {
  /** Tells whether the program makes what a variable of a resource is the id of. */
  makes(form: ResourceForm, at: number): boolean;
  /** Tells whether a variable holds the version of something of which the program makes versions. */
  makesVersions(form: ResourceForm, at: number): boolean;
}

const makingVerb =
  /^([^:]+):(?:Allocate|Begin|Clone|Copy|Create|Execute|Generate|Import|Issue|Launch|Provision|Publish|Purchase|Put|Register|Request|Restore|Run|Schedule|Send|Start|Submit|Upload)([A-Z].*)$/;

/**
 * What stands for a call that was made, whatever that was: AWS gives out its id.
 * Source: Amazon Route 53 API Reference, GetChange.
 */
const alwaysMade = ['route53:change'];

/**
 * Actions that read as if they made a resource of their service, and make something that the caller alone keeps.
 * Source: AWS KMS API Reference, GenerateDataKey: a key outside of KMS, encrypted under the KMS key that is named.
 */
const makingNone: ReadonlySet<string> = new Set(['kms:GenerateDataKey']);

/**
 * Finds what recorded actions make: `ec2:RunInstances` makes instances by its name, and network interfaces because it is
 * checked on all of them, with no id in the request.
 */
export function findMadeResources(
  merged: ReadonlyMap<string, ActionGrants>,
  types: ResourceTypes,
): MadeResources {
  const nouns = new Set<string>(alwaysMade);
  const forms = new Set<string>();
  for (const { action, always, conditional } of merged.values()) {
    const resources = [...always, ...conditional.keys()];
    if (action === 'apigateway:POST') for (const one of resources) nouns.add(collectionOf(one));
    const [, service, name] = makingVerb.exec(action) ?? [];
    if (service === undefined || name === undefined || makingNone.has(action)) continue;
    const noun = toNoun(name);
    nouns.add(`${service}:${noun}`);
    for (const resource of resources) {
      const form = parseResource(resource, types);
      if (form !== undefined && isMadeBy(noun, form, resource)) forms.add(formOf(form.type));
    }
  }
  const makesAny = (service: string, ...made: readonly string[]) =>
    made.some((noun) => nouns.has(`${service}:${noun}`));
  const makesItself = (type: ResourceType, at: number): boolean => {
    if (makesAny(type.service, toNoun(withoutEnding(type.variables[at])))) return true;
    const isLast = at === type.variables.length - 1;
    return isLast && (makesAny(type.service, nameOf(type)) || forms.has(formOf(type)));
  };
  // What lies in something that was made was made as well.
  const madeIn = rememberOfType((type) =>
    type.variables.map(
      (_, at) =>
        makesItself(type, at) ||
        type.variables
          .slice(0, at)
          .some((variable, above) => isIdVariable(variable) && makesItself(type, above)),
    ),
  );
  return {
    makes: ({ type }, at) => madeIn(type)[at] === true,
    makesVersions: ({ type }, at) => {
      const variable = type.variables[at] ?? '';
      const above = toNoun(withoutEnding(type.variables[at - 1]));
      return (
        versionVariable.test(variable) &&
        makesAny(type.service, toNoun(variable), nameOf(type), above, 'version')
      );
    },
  };
}

/** An action that makes a cache cluster makes the cluster that it names; one without an id is checked on all. */
function isMadeBy(noun: string, form: ResourceForm, resource: string): boolean {
  if (hasWildcard(resource)) return form.values.at(-1) === '*';
  return noun.endsWith(nameOf(form.type)) && nameOf(form.type) !== '';
}

/** API Gateway's actions are HTTP methods, and what a POST makes is the path's last word: `/restapis`. */
function collectionOf(resource: string): string {
  return `apigateway:${toNoun(resource.slice(resource.lastIndexOf('/') + 1))}`;
}

function nameOf({ key, literals }: ResourceType): string {
  return toNoun(key === '' ? (literals[0] ?? '') : key.slice(key.indexOf(':') + 1));
}

function toNoun(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/(?<=[a-z]{2})s$/, '');
}

function formOf({ service, literals }: ResourceType): string {
  return `${service}:${literals.join('\u0000')}`;
}

function withoutEnding(variable = ''): string {
  return variable.replace(/(?:Id|ID|Uuid|UUID|Identifier|(?:Family)?Name)$/, '');
}

/** An alias of a function may be the number of one of its versions. */
const versionVariable = /(?:(?:Version|Revision)(?:Number)?|Alias)$/;
