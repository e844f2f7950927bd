import type { Member, Route, WireOperation, WireService } from './model.ts';

/**
 * Lays newer models over older ones, service by service: of an operation that both have the newer is taken, names that
 * differ are kept both, and what only one has is kept as it is. Sorted by service id.
 */
export function mergeServices(
  older: readonly WireService[],
  newer: readonly WireService[],
): readonly WireService[] {
  const merged = new Map(older.map((service) => [service.id, service]));
  for (const service of newer) {
    const known = merged.get(service.id);
    merged.set(service.id, known === undefined ? service : mergeService(known, service));
  }
  return [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function mergeService(older: WireService, newer: WireService): WireService {
  const operations = new Map<string, WireOperation>();
  // An operation of a protocol that the service has left cannot be told from others by its route.
  if (isRest(older) === isRest(newer)) {
    for (const [name, operation] of older.operations) operations.set(name, operation);
  }
  for (const [name, operation] of newer.operations) {
    operations.set(name, mergeOperation(older.operations.get(name), operation));
  }
  return {
    id: newer.id,
    apiVersion: newer.apiVersion,
    protocol: newer.protocol,
    signingNames: union(newer.signingNames, older.signingNames),
    endpointPrefixes: union(newer.endpointPrefixes, older.endpointPrefixes),
    targetPrefixes: union(newer.targetPrefixes, older.targetPrefixes),
    operations,
  };
}

// The newer models are laxer about what is required, and silent about what is unsigned or deprecated.
function mergeOperation(older: WireOperation | undefined, newer: WireOperation): WireOperation {
  if (older === undefined) return newer;
  const members = [...newer.members].map(([name, member]): [string, Member] => {
    const isRequired = older.members.get(name)?.required === true;
    return [name, { ...member, required: member.required || isRequired }];
  });
  return {
    ...newer,
    routes: mergeRoutes(older.routes, newer.routes),
    signed: older.signed,
    deprecated: older.deprecated,
    members: new Map(members),
  };
}

// An older route of the same labels is what older clients still send; one of other labels cannot be read by today's
// members.
function mergeRoutes(older: readonly Route[], newer: readonly Route[]): readonly Route[] {
  const [today] = newer;
  if (today === undefined) return older;
  const labels = labelsOf(today);
  const others = older.filter(
    (route) => keyOf(route) !== keyOf(today) && labelsOf(route) === labels && route.uri !== '/',
  );
  return [...newer, ...others.map((route) => relabel(route, today))];
}

function labelsOf({ uri }: Route): string {
  return namesIn(uri)
    .map((name) => name.toLowerCase())
    .sort()
    .join();
}

function namesIn(uri: string): readonly string[] {
  return [...uri.matchAll(/\{([^}+]+)/g)].map((match) => match[1] ?? '');
}

// Labels' names and a trailing slash make no other route, nor does a repeated name of the operation.
function keyOf({ method, uri }: Route): string {
  const plain = uri.replaceAll(/\{[^}+]+/g, '{').replace(/[?&]x-id=\w+/, '');
  return `${method} ${plain.replace(/\/(?=\?|$)/, '')}`;
}

function relabel(route: Route, today: Route): Route {
  const names = new Map(namesIn(today.uri).map((name) => [name.toLowerCase(), name]));
  const uri = route.uri.replaceAll(
    /\{([^}+]+)/g,
    (_, name: string) => `{${names.get(name.toLowerCase()) ?? name}`,
  );
  return { ...route, uri };
}

function isRest({ protocol }: WireService): boolean {
  return protocol.startsWith('rest');
}

function union(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second])];
}
