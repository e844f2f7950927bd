import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { IamServiceEntry } from '../../aws/catalog/entries.ts';
import type { KnownAction } from '../reference/known-action.ts';
import { globalConditionKeys } from './tables/global-condition-keys.ts';

/** A condition key that AWS has. */
export interface KnownKey {
  /** As AWS spells it, `*` for what the user chooses: `aws:RequestTag/*`. */
  readonly name: string;
  /** `String`, `ArrayOfString`, `ARN`, … */
  readonly type: string;
  /** True where requests to any service may carry it. */
  readonly isGlobal: boolean;
}

/**
 * Finds a condition key by its name in a policy, in any case: among the global ones, among those of the service that its
 * prefix names, and among those of the services of `actions`, which may have keys with other prefixes, as
 * `aws-marketplace` has `catalog:ChangeType`. Undefined where none has it.
 */
export function findConditionKey(
  written: string,
  catalog: CatalogSource,
  actions: readonly KnownAction[] = [],
): KnownKey | undefined {
  const services = new Set(actions.map(({ service }) => service));
  const keys = [...keysNear(written, catalog), ...[...services].flatMap(keysOfService)];
  return keys.find(({ name }) => matchesKey(name, written));
}

/** Returns the keys that share a written key's prefix, global ones first. */
export function keysNear(written: string, catalog: CatalogSource): readonly KnownKey[] {
  const prefix = written.slice(0, written.indexOf(':') + 1).toLowerCase();
  const global = Object.entries(globalConditionKeys)
    .filter(([name]) => name.toLowerCase().startsWith(prefix))
    .map(([name, type]) => ({ name, type, isGlobal: true }));
  const service = catalog.findIamService(prefix.slice(0, -1));
  return [...global, ...(service === undefined ? [] : keysOfService(service))];
}

/** Tells whether a key is one of the global ones that only actions about tags, or tagged resources, carry. */
export function isTagKey({ name }: KnownKey): boolean {
  return /^aws:(?:RequestTag\/\*|ResourceTag\/\*|TagKeys)$/.test(name);
}

/** Tells whether a request for an action, on any of its resource types, can carry a key of the reference. */
export function carriesKey({ entry, service }: KnownAction, written: string): boolean {
  const types = (entry.resourceTypes ?? []).flatMap((type) => service.resourceTypes[type] ?? []);
  const keys = [entry.conditionKeys ?? [], ...types.map((one) => one.conditionKeys ?? [])].flat();
  return keys.some((name) => matchesKey(toPattern(name), written));
}

function keysOfService({ conditionKeys }: IamServiceEntry): readonly KnownKey[] {
  return Object.entries(conditionKeys).map(([name, type]) => ({
    name: toPattern(name),
    type,
    isGlobal: false,
  }));
}

/** The reference writes what the user chooses as `${TagKey}`, `<key>` or `tag-key`. */
function toPattern(name: string): string {
  return name.replaceAll(/\$\{[^}]*\}|<[^>]*>|(?<=\/)tag-key$/g, '*');
}

function matchesKey(pattern: string, written: string): boolean {
  const [start = '', ...rest] = pattern.toLowerCase().split('*');
  const key = written.toLowerCase();
  const end = rest.at(-1);
  if (end === undefined) return key === start;
  return key.length > start.length + end.length && key.startsWith(start) && key.endsWith(end);
}
