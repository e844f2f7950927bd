import type { IndexEntry, ServiceEntry } from '../catalog/entries.ts';
import type { Identification } from './identification.ts';
import { scanJsonBody } from './json-body.ts';
import { readParameters } from './read-parameters.ts';
import type { RequestTarget } from './request.ts';
import type { RequestParts } from './request-parts.ts';
import { compileRoutes, type RouteMatch, type RouteMatcher } from './route-matcher.ts';
import { findS3Bucket } from './s3-bucket.ts';
import { scanXmlBody } from './xml-body.ts';

/**
 * Identifies a call of a REST protocol by method, path, query and headers. Of several services with a fitting route,
 * the first candidate wins: the one that the host names, else the one with the more certain route.
 */
export function identifyRest(parts: RequestParts): Identification {
  const { request, target, candidates, catalog } = parts;
  let best: { readonly service: ServiceEntry; readonly match: RouteMatch } | undefined;
  for (const { service: id, protocol } of candidates) {
    const service = protocol.startsWith('rest') ? catalog.findService(id) : undefined;
    if (service === undefined || hasUnknownKey(target, service)) continue;
    const match = matchRoute(service, parts);
    if (match !== undefined && (best === undefined || match.certainty > best.match.certainty)) {
      best = { service, match };
    }
  }
  if (best === undefined)
    return { kind: 'unidentified', target: null, reason: reasonFor(candidates) };
  const { service, match } = best;
  const sources = {
    labels: match.labels,
    query: target.query,
    headers: request.headers,
    scanBody: service.protocol === 'rest-xml' ? scanXmlBody : scanJsonBody,
  };
  return {
    kind: 'identified',
    service: service.service,
    operation: match.operation,
    entry: match.entry,
    readParameters: (...body) => readParameters(match.entry, sources, ...body),
  };
}

const matchers = new WeakMap<ServiceEntry, RouteMatcher>();

function matcherOf(service: ServiceEntry): RouteMatcher {
  const known = matchers.get(service) ?? compileRoutes(service);
  matchers.set(service, known);
  return known;
}

// S3's routes have the bucket in the path; a virtual-hosted request has it in its host. A route without a bucket
// (WriteGetObjectResponse, at a host of its own) is matched as it stands.
function matchRoute(
  service: ServiceEntry,
  { request, target, scope }: RequestParts,
): RouteMatch | undefined {
  const matcher = matcherOf(service);
  const bucket = service.service === 's3' ? findS3Bucket(request.host, scope) : undefined;
  if (bucket === undefined) return matcher(request, target);
  const asItStands = matcher(request, target);
  if (asItStands !== undefined && asItStands.literalSegments > 0) return asItStands;
  return matcher(request, { ...target, path: `/${encodeURIComponent(bucket)}${target.path}` });
}

// A key without a value is a sub-resource (`?acl`); signatures and `x-id` belong to no operation.
function hasUnknownKey(target: RequestTarget, service: ServiceEntry): boolean {
  const { queryKeys } = service;
  if (queryKeys === undefined) return false;
  for (const [key, value] of target.query) {
    if (value === '' && !queryKeys.includes(key)) return true;
  }
  return false;
}

function reasonFor(candidates: readonly IndexEntry[]): string {
  const [first] = candidates;
  return first === undefined
    ? 'no service of the catalog has its signing name or host'
    : `no route of ${first.service} fits its method and path`;
}
