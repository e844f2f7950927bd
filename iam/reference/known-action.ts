import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { IamActionEntry, IamServiceEntry } from '../../aws/catalog/entries.ts';

/** An action of the Service Authorization Reference. */
export interface KnownAction {
  /** `s3`. */
  readonly prefix: string;
  /** `s3:GetObject`, as AWS spells it. */
  readonly name: string;
  readonly entry: IamActionEntry;
  readonly service: IamServiceEntry;
}

/** Returns all actions of a service prefix in lower case; empty where AWS has no such prefix. */
export function actionsOfPrefix(prefix: string, catalog: CatalogSource): readonly KnownAction[] {
  const known = cache.get(catalog) ?? new Map<string, readonly KnownAction[]>();
  cache.set(catalog, known);
  const found = known.get(prefix);
  if (found !== undefined) return found;
  const service = catalog.findIamService(prefix);
  const actions =
    service === undefined
      ? []
      : Object.entries(service.actions).map(([name, entry]) => ({
          prefix,
          name: `${prefix}:${name}`,
          entry,
          service,
        }));
  known.set(prefix, actions);
  return actions;
}

const cache = new WeakMap<CatalogSource, Map<string, readonly KnownAction[]>>();

/** Returns an action by its name in any case (`SNS:Publish`); undefined where AWS has none of this name. */
export function findKnownAction(name: string, catalog: CatalogSource): KnownAction | undefined {
  const wanted = name.toLowerCase();
  const [prefix = ''] = wanted.split(':');
  return actionsOfPrefix(prefix, catalog).find((one) => one.name.toLowerCase() === wanted);
}
