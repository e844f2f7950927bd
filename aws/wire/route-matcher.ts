import type { OperationEntry, ServiceEntry } from '../catalog/entries.ts';
import { decodeSegment } from './percent-decode.ts';
import type { RequestTarget, WireRequest } from './request.ts';
import { buildRouteTrees, depthOf, type Route, type RouteNode } from './route-tree.ts';

/** A REST operation that a request is, with the values of its path's labels. */
export interface RouteMatch {
  readonly operation: string;
  readonly entry: OperationEntry;
  readonly literalSegments: number;
  /** How many literal path segments, query literals and required parts matched, -1 where some lack: higher is more certain. */
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
 * keys and headers. A trailing slash means nothing but in a greedy label. Where nothing else fits, the only operation
 * of a route is taken without what it requires, which a newer model may no longer do; not where query keys tell
 * operations apart, as in S3.
 * Source: Smithy 2.0, "HTTP protocol binding traits".
 */
export function compileRoutes(service: ServiceEntry): RouteMatcher {
  const roots = buildRouteTrees(service);
  const deepest = Math.max(0, ...[...roots.values()].map(depthOf));
  return ({ method, host, headers }, target) => {
    const root = roots.get(method);
    // What stands deeper than any route is only ever the rest of a greedy label.
    const segments = target.path.split('/', deepest + 3).slice(1);
    if (root === undefined) return undefined;
    const parts = { target, host, headers };
    const strict = walk(root, segments, 0, { ...parts, choose: chooseStrictly }, []);
    if (strict !== undefined || service.queryKeys !== undefined) return strict;
    return walk(root, segments, 0, { ...parts, choose: chooseOnly }, []);
  };
}

interface Parts {
  readonly target: RequestTarget;
  readonly host: string;
  readonly headers: ReadonlyMap<string, string>;
  /** Chooses from the routes of one path whose query literals match. */
  readonly choose: (routes: readonly Route[], parts: Parts) => Route | undefined;
}

function walk(
  node: RouteNode,
  segments: readonly string[],
  at: number,
  parts: Parts,
  values: readonly string[],
): RouteMatch | undefined {
  const segment = segments[at];
  if (segment === undefined || (segment === '' && at === segments.length - 1)) {
    const ended = matchOne(node.ends, parts, values);
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
  return rest === '' ? undefined : matchOne(fitting, parts, [...values, rest]);
}

function restFrom(path: string, segments: readonly string[], at: number): string {
  const slashes = at + 1;
  const before = segments.slice(0, at).reduce((sum, segment) => sum + segment.length, slashes);
  // What stands before the first slash is no segment.
  return path.slice(path.indexOf('/') + before);
}

function matchOne(
  routes: readonly Route[],
  parts: Parts,
  values: readonly string[],
): RouteMatch | undefined {
  const byLiterals = routes.filter((route) => hasLiterals(route, parts.target));
  const named = parts.target.query.get('x-id');
  const route =
    byLiterals.find(({ operation }) => operation === named) ?? parts.choose(byLiterals, parts);
  if (route === undefined) return undefined;
  const labels = route.labelNames.map((name, index): [string, string] => [
    name,
    decodeSegment(withoutSuffix(values[index] ?? '', index, route)),
  ]);
  return {
    operation: route.operation,
    entry: route.entry,
    literalSegments: route.literalSegments,
    certainty:
      parts.choose === chooseOnly
        ? -1
        : route.literalSegments * 4 + route.queryLiterals.length * 2 + route.needs.length,
    labels: new Map(labels),
  };
}

function chooseStrictly(routes: readonly Route[], parts: Parts): Route | undefined {
  return routes.find(({ needs }) => needs.every((need) => hasNeed(need, parts)));
}

function chooseOnly(routes: readonly Route[]): Route | undefined {
  return routes.length === 1 ? routes[0] : undefined;
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
