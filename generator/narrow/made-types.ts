import { hasWildcard } from '../covering-patterns.ts';
import type { ActionGrants } from '../merge-permissions.ts';
import { parseResource } from './resource-form.ts';
import type { ResourceType, ResourceTypes } from './resource-types.ts';

/** The resource types of which the recorded program makes resources. */
export interface MadeTypes {
  has(type: ResourceType): boolean;
}

const makingVerb =
  /^([^:]+):(?:Allocate|Begin|Clone|Copy|Create|Execute|Generate|Import|Issue|Launch|Provision|Publish|Purchase|Put|Register|Request|Restore|Run|Schedule|Send|Start|Submit|Upload)([A-Z].*)$/;

/**
 * Finds the types that recorded actions make: `ec2:RunInstances` makes instances by its name, and network interfaces
 * because it is checked on all of them, with no id in the request.
 */
export function findMadeTypes(
  merged: ReadonlyMap<string, ActionGrants>,
  types: ResourceTypes,
): MadeTypes {
  const nouns = new Set<string>();
  const forms = new Set<string>();
  for (const { action, always, conditional } of merged.values()) {
    const [, service, noun] = makingVerb.exec(action) ?? [];
    if (service === undefined || noun === undefined) continue;
    nouns.add(`${service}:${toNoun(noun)}`);
    for (const resource of [...always, ...conditional.keys()]) {
      if (!hasWildcard(resource)) continue;
      const form = parseResource(resource, types);
      if (form?.values.at(-1) === '*') forms.add(formOf(form.type));
    }
  }
  return {
    has: (type) => nouns.has(`${type.service}:${nameOf(type)}`) || forms.has(formOf(type)),
  };
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
