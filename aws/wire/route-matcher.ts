import type { OperationEntry, ServiceEntry } from '../catalog/entries.ts';
import { decodeSegment } from './percent-decode.ts';
import type { RequestTarget, WireRequest } from './request.ts';

/** A REST operation that a request is, with the values of its path's labels. */
export interface RouteMatch {
  readonly operation: string;
  readonly entry: OperationEntry;
  readonly literalSegments: number;
  /** How many literal path segments, query literals and required parts matched: higher is more certain. */
  readonly certainty: number;
  readonly labels: ReadonlyMap<string, string>;
}

/** Finds the operation of one service that a REST request is; undefined where no route fits. */
export type RouteMatcher = (
  request: Pick<WireRequest, 'method' | 'host' | 'headers'>,
  target: RequestTarget,
) => RouteMatch | undefined;

/**
 * Compiles the routes of a REST service into a tree of path segments: a literal segment is preferred to a label, a
 * label to a greedy label; of operations on one route the one with most matching query literals and required query
 * keys and headers. A trailing slash means nothing but in a greedy label.
 * Source: Smithy 2.0, "HTTP protocol binding traits".
 */
export function compileRoutes(service: ServiceEntry): RouteMatcher {
  const roots = new Map<string, Node>();
  for (const [operation, entry] of Object.entries(service.operations)) {
    for (const [index, [method, uri]] of (entry.routes ?? []).entries()) {
      const root = roots.get(method) ?? newNode();
      roots.set(method, root);
      addRoute(root, { operation, entry, isToday: index === 0 }, uri);
    }
  }
  for (const root of roots.values()) sortRoutes(root);
  const deepest = Math.max(0, ...[...roots.values()].map(depthOf));
  return ({ method, host, headers }, target) => {
    const root = roots.get(method);
    // What stands deeper than any route is only ever the rest of a greedy label.
    const segments = target.path.split('/', deepest + 3).slice(1);
    return root === undefined ? undefined : walk(root, segments, 0, { target, host, headers }, []);
  };
}

interface Route {
  readonly operation: string;
  readonly entry: OperationEntry;
  readonly labelNames: readonly string[];
  readonly literalSegments: number;
  readonly queryLiterals: readonly (readonly [string, string | null])[];
  readonly needs: readonly (readonly [string, string])[];
  /** The literal segments behind a greedy label: `/policy` of `/instances/{Name+}/policy`. */
  readonly suffix: string;
}

interface Node {
  readonly literals: Map<string, Node>;
  label: Node | undefined;
  readonly ends: Route[];
  readonly greedy: Route[];
}

interface Parts {
  readonly target: RequestTarget;
  readonly host: string;
  readonly headers: ReadonlyMap<string, string>;
}

function newNode(): Node {
  return { literals: new Map(), label: undefined, ends: [], greedy: [] };
}

function addRoute(
  root: Node,
  { operation, entry, isToday }: Pick<Route, 'operation' | 'entry'> & { isToday: boolean },
  uri: string,
): void {
  const [path = '', query = ''] = uri.split('?');
  const segments = path.split('/').filter((segment) => segment !== '');
  const labelNames = segments.filter(isLabel).map((segment) => segment.replace(/[{}+]/g, ''));
  const route: Route = {
    operation,
    entry,
    labelNames,
    literalSegments: segments.length - labelNames.length,
    queryLiterals: parseQueryLiterals(query),
    // What an older route needs is not known: its parameters may have stood elsewhere.
    needs: isToday ? (entry.needs ?? []).map(splitNeed) : [],
    suffix: suffixOf(segments),
  };
  let node = root;
  for (const segment of segments) {
    if (segment.endsWith('+}')) {
      node.greedy.push(route);
      return;
    }
    node = isLabel(segment) ? labelChild(node) : literalChild(node, segment);
  }
  node.ends.push(route);
}

function suffixOf(segments: readonly string[]): string {
  const greedy = segments.findIndex((segment) => segment.endsWith('+}'));
  const behind = greedy === -1 ? [] : segments.slice(greedy + 1);
  return behind.map((segment) => `/${segment}`).join('');
}

// `x-id` only repeats the operation's name, and only some SDKs send it.
function parseQueryLiterals(query: string): readonly (readonly [string, string | null])[] {
  return query
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('x-id='))
    .map((part) => {
      const equals = part.indexOf('=');
      return equals === -1 ? [part, null] : [part.slice(0, equals), part.slice(equals + 1)];
    });
}

function splitNeed(need: string): readonly [string, string] {
  const space = need.indexOf(' ');
  return [need.slice(0, space), need.slice(space + 1)];
}

function isLabel(segment: string): boolean {
  return segment.startsWith('{');
}

function labelChild(node: Node): Node {
  node.label ??= newNode();
  return node.label;
}

function literalChild(node: Node, segment: string): Node {
  const child = node.literals.get(segment) ?? newNode();
  node.literals.set(segment, child);
  return child;
}

function sortRoutes(node: Node): void {
  const weight = (route: Route) =>
    route.suffix.length * 100 + route.queryLiterals.length * 2 + route.needs.length;
  node.ends.sort((a, b) => weight(b) - weight(a));
  node.greedy.sort((a, b) => weight(b) - weight(a));
  for (const child of node.literals.values()) sortRoutes(child);
  if (node.label !== undefined) sortRoutes(node.label);
}

function walk(
  node: Node,
  segments: readonly string[],
  at: number,
  parts: Parts,
  values: readonly string[],
): RouteMatch | undefined {
  const segment = segments[at];
  if (segment === undefined || (segment === '' && at === segments.length - 1)) {
    const ended = choose(node.ends, parts, values);
    if (ended !== undefined) return ended;
  }
  if (segment === undefined) return undefined;
  const literal = node.literals.get(decodeSegment(segment));
  const byLiteral = literal && walk(literal, segments, at + 1, parts, values);
  if (byLiteral !== undefined) return byLiteral;
  if (segment !== '' && node.label !== undefined) {
    const found = walk(node.label, segments, at + 1, parts, [...values, segment]);
    if (found !== undefined) return found;
  }
  if (node.greedy.length === 0) return undefined;
  const rest = restFrom(parts.target.path, segments, at);
  const fitting = node.greedy.filter(({ suffix }) => rest.endsWith(suffix) && rest !== suffix);
  return rest === '' ? undefined : choose(fitting, parts, [...values, rest]);
}

function restFrom(path: string, segments: readonly string[], at: number): string {
  const slashes = at + 1;
  const before = segments.slice(0, at).reduce((sum, segment) => sum + segment.length, slashes);
  // What stands before the first slash is no segment.
  return path.slice(path.indexOf('/') + before);
}

function depthOf({ literals, label }: Node): number {
  const children = [...literals.values(), ...(label === undefined ? [] : [label])];
  return children.length === 0 ? 0 : 1 + Math.max(...children.map(depthOf));
}

function choose(
  routes: readonly Route[],
  parts: Parts,
  values: readonly string[],
): RouteMatch | undefined {
  const byLiterals = routes.filter((route) => hasLiterals(route, parts.target));
  const named = parts.target.query.get('x-id');
  const route =
    byLiterals.find(({ operation }) => operation === named) ??
    byLiterals.find(({ needs }) => needs.every((need) => hasNeed(need, parts)));
  if (route === undefined) return undefined;
  const labels = route.labelNames.map((name, index): [string, string] => [
    name,
    decodeSegment(withoutSuffix(values[index] ?? '', index, route)),
  ]);
  return {
    operation: route.operation,
    entry: route.entry,
    literalSegments: route.literalSegments,
    certainty: route.literalSegments * 4 + route.queryLiterals.length * 2 + route.needs.length,
    labels: new Map(labels),
  };
}

function withoutSuffix(value: string, index: number, route: Route): string {
  const isGreedy = route.suffix !== '' && index === route.labelNames.length - 1;
  return isGreedy ? value.slice(0, value.length - route.suffix.length) : value;
}

function hasLiterals(route: Route, target: RequestTarget): boolean {
  return route.queryLiterals.every(([key, value]) => {
    const found = target.query.get(key);
    return found !== undefined && (value === null || found === value);
  });
}

function hasNeed([location, name]: readonly [string, string], parts: Parts): boolean {
  if (location === 'host') return parts.host.toLowerCase().includes(`${name}.`);
  return location === 'query' ? parts.target.query.has(name) : parts.headers.has(name);
}
