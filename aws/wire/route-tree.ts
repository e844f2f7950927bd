import type { OperationEntry, ServiceEntry } from '../catalog/entries.ts';

/** One way in which an operation stands in a request. */
export interface Route {
  readonly operation: string;
  readonly entry: OperationEntry;
  readonly labelNames: readonly string[];
  readonly literalSegments: number;
  readonly queryLiterals: readonly (readonly [string, string | null])[];
  readonly needs: readonly (readonly [string, string])[];
  /** The literal segments behind a greedy label: `/policy` of `/instances/{Name+}/policy`. */
  readonly suffix: string;
}

/** A place between two segments of a path. */
export interface RouteNode {
  readonly literals: Map<string, RouteNode>;
  label: RouteNode | undefined;
  /** Routes that end here. */
  readonly ends: Route[];
  /** Routes of which all that follows is one greedy label. */
  readonly greedy: Route[];
}

/**
 * Returns the routes of a REST service as a tree of path segments for each method. At each place the routes that ask
 * for most stand first.
 * Source: Smithy 2.0, "HTTP protocol binding traits".
 */
export function buildRouteTrees(service: ServiceEntry): ReadonlyMap<string, RouteNode> {
  const roots = new Map<string, RouteNode>();
  for (const [operation, entry] of Object.entries(service.operations)) {
    for (const [index, [method, uri]] of (entry.routes ?? []).entries()) {
      const root = roots.get(method) ?? newNode();
      roots.set(method, root);
      addRoute(root, { operation, entry, isToday: index === 0 }, uri);
    }
  }
  for (const root of roots.values()) sortRoutes(root);
  return roots;
}

/** Returns how many segments the deepest place of a tree is below its root. */
export function depthOf({ literals, label }: RouteNode): number {
  const children = [...literals.values(), ...(label === undefined ? [] : [label])];
  return children.length === 0 ? 0 : 1 + Math.max(...children.map(depthOf));
}

function newNode(): RouteNode {
  return { literals: new Map(), label: undefined, ends: [], greedy: [] };
}

function addRoute(
  root: RouteNode,
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

function labelChild(node: RouteNode): RouteNode {
  node.label ??= newNode();
  return node.label;
}

function literalChild(node: RouteNode, segment: string): RouteNode {
  const child = node.literals.get(segment) ?? newNode();
  node.literals.set(segment, child);
  return child;
}

function sortRoutes(node: RouteNode): void {
  const weight = (route: Route) =>
    route.suffix.length * 100 + route.queryLiterals.length * 2 + route.needs.length;
  node.ends.sort((a, b) => weight(b) - weight(a));
  node.greedy.sort((a, b) => weight(b) - weight(a));
  for (const child of node.literals.values()) sortRoutes(child);
  if (node.label !== undefined) sortRoutes(node.label);
}
