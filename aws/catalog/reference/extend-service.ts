import type { GrantEntry, OperationEntry, ResourceEntry, ServiceEntry } from '../entries.ts';
import { chooseAction, type FindServiceReference, isSameName } from './choose-action.ts';
import type { FindSdkServices } from './sdk-names.ts';
import type {
  AuthorizedAction,
  ReferenceOperation,
  ServiceReference,
} from './service-reference.ts';

/** What a service is extended by. */
export interface ServiceExtension {
  /** The references that may hold the service's operations. */
  readonly references: readonly ServiceReference[];
  readonly findReference: FindServiceReference;
  readonly findSdkServices: FindSdkServices;
}

/**
 * Returns a service with what AWS's reference knows beyond it. What is known stays, but for an action of the
 * operation's own name that AWS's list for the operation does not hold. An operation without a known action gets the
 * one that AWS's list tells; so does one that the catalog lacks, where its protocol names operations by themselves.
 */
export function extendService(entry: ServiceEntry, extension: ServiceExtension): ServiceEntry {
  const resourceTypes = new Map(Object.entries(entry.resourceTypes));
  const extended: [string, OperationEntry][] = [];
  for (const candidate of findCandidates(entry, extension)) {
    const { name } = candidate.operation;
    const known = Object.hasOwn(entry.operations, name) ? entry.operations[name] : undefined;
    if (!isOpen(known, candidate, entry.protocol)) continue;
    const { findReference } = extension;
    const action = chooseAction(candidate.operation, candidate.prefix, findReference);
    if (action === undefined) continue;
    const bound = boundTypes(known, entry);
    const grant = buildGrant(action, findReference(action.service), resourceTypes, bound);
    // What only some calls need, such as passing a role, is needed all the same.
    const others = known?.grants?.filter((one) => !isByName(one, name)) ?? [];
    extended.push([name, { ...known, grants: [grant, ...others] }]);
  }
  if (extended.length === 0) return entry;
  return {
    ...entry,
    resourceTypes: Object.fromEntries(resourceTypes),
    operations: { ...entry.operations, ...Object.fromEntries(extended) },
  };
}

interface Candidate {
  readonly operation: ReferenceOperation;
  readonly prefix: string;
  /** True where AWS names the service's own client; else only the shared prefix speaks for it. */
  readonly isCertain: boolean;
}

function findCandidates(
  { service }: ServiceEntry,
  { references, findSdkServices }: ServiceExtension,
): Iterable<Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const { prefix, operations } of references) {
    for (const operation of operations) {
      const services = operation.sdkNames.flatMap(findSdkServices);
      const isCertain = services.includes(service);
      const isAnothers = services.length > 0 && !isCertain;
      if (isAnothers || operation.actions.length === 0) continue;
      const known = candidates.get(operation.name);
      if (known === undefined || (isCertain && !known.isCertain)) {
        candidates.set(operation.name, { operation, prefix, isCertain });
      }
    }
  }
  return candidates.values();
}

// A permission too few breaks a program, one too many is a hole: what a hand-made row says is never touched.
function isOpen(
  known: OperationEntry | undefined,
  { operation, isCertain }: Candidate,
  protocol: string,
): boolean {
  if (known === undefined) return isCertain && !protocol.startsWith('rest');
  if (known.grants === undefined) return true;
  const byName = known.grants.filter((grant) => isByName(grant, operation.name));
  const isListed = (grant: GrantEntry) =>
    operation.actions.some(({ service, name }) => isSameName(grant.action, `${service}:${name}`));
  return (
    isCertain &&
    byName.length > 0 &&
    !byName.some(isListed) &&
    known.grants.every((grant) => byName.includes(grant) || grant.when !== undefined)
  );
}

function isByName({ action, from }: GrantEntry, operation: string): boolean {
  return from === undefined && isSameName(action.split(':')[1] ?? '', operation);
}

function buildGrant(
  action: AuthorizedAction,
  reference: ServiceReference | undefined,
  resourceTypes: Map<string, string>,
  bound: ReadonlyMap<string, ResourceEntry>,
): GrantEntry {
  const types = reference?.actions.get(action.name)?.resourceTypes ?? [];
  const resources = types.flatMap((type) =>
    (reference?.resourceTypes.get(type)?.arnFormats ?? []).map((template): ResourceEntry => {
      const known = bound.get(template);
      if (known !== undefined) return { ...known, required: true };
      const key = freeKey(`${action.service}:${type}`, template, resourceTypes);
      resourceTypes.set(key, template);
      return { type: key, required: true };
    }),
  );
  const name = `${action.service}:${action.name}`;
  return {
    action: name,
    ...(resources.length > 0 && { resources }),
    from: 'table',
    because: `AWS's service reference names ${name} for it`,
  };
}

/** The resource types that the operation's parameters fill already, by their ARN template. */
function boundTypes(
  known: OperationEntry | undefined,
  { resourceTypes }: ServiceEntry,
): ReadonlyMap<string, ResourceEntry> {
  const entries = known?.grants?.flatMap(({ resources = [] }) => resources) ?? [];
  return new Map(entries.map((entry) => [resourceTypes[entry.type] ?? '', entry]));
}

// A type may have several ARN forms, and an older one in the catalog that its own bindings are made for.
function freeKey(key: string, template: string, types: ReadonlyMap<string, string>): string {
  const known = types.get(key);
  return known === undefined || known === template ? key : freeKey(`${key}+`, template, types);
}
