import type { CatalogSource } from '../catalog/catalog.ts';
import type { OperationEntry } from '../catalog/entries.ts';
import { type DataPlane, dataPlanes } from './data-planes.ts';
import type { Identification } from './identification.ts';
import { scanJsonBody } from './json-body.ts';
import { readParameters } from './read-parameters.ts';
import { remember } from './remember.ts';
import type { RequestTarget, WireRequest } from './request.ts';

/**
 * Identifies a call to an endpoint of the user's own, and other calls that no API model describes; undefined where the
 * host is none. `signingName` is what it is signed for, undefined without a signature.
 */
export function identifyDataPlane(
  request: WireRequest,
  target: RequestTarget,
  catalog: CatalogSource,
  signingName: string | undefined,
): Identification | undefined {
  for (const { plane, id } of planesAt(request.host)) {
    if (plane.signingName !== undefined && plane.signingName !== signingName) continue;
    if (!isAt(plane, request.method, target.path)) continue;
    const entry = catalog.findService(plane.service)?.operations[plane.operation];
    if (entry === undefined) continue;
    return identifiedAs(plane, entry, { request, target, id });
  }
  return undefined;
}

interface EndpointAt {
  readonly plane: DataPlane;
  readonly id: string;
}

/** The kinds of endpoints that a host may be; worked out once for each. */
const planesAt = remember((host): readonly EndpointAt[] => {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return dataPlanes.flatMap((plane) => {
    const match = plane.host.exec(name);
    return match === null ? [] : [{ plane, id: match[1] ?? '' }];
  });
});

function isAt({ at }: DataPlane, method: string, path: string): boolean {
  if (at?.method !== undefined && at.method !== method) return false;
  return at?.path === undefined || at.path.test(path);
}

interface Endpoint {
  readonly request: WireRequest;
  readonly target: RequestTarget;
  readonly id: string;
}

function identifiedAs(
  { service, operation, labels, readsBody }: DataPlane,
  entry: OperationEntry,
  { request, target, id }: Endpoint,
): Identification {
  const { method, headers } = request;
  const read = readsBody === true ? entry : withoutParameters(entry);
  const said = Object.entries(labels({ id, method, path: target.path, headers })).flatMap(
    ([name, value]) =>
      value !== undefined && Object.hasOwn(entry.parameters ?? {}, name)
        ? [[name, value] as const]
        : [],
  );
  const sources = {
    labels: new Map<string, string>(),
    query: target.query,
    headers,
    scanBody: scanJsonBody,
  };
  return {
    kind: 'identified',
    service,
    operation,
    entry: read,
    *readParameters(...body) {
      return { ...(yield* readParameters(read, sources, ...body)), ...Object.fromEntries(said) };
    },
  };
}

const bare = new WeakMap<OperationEntry, OperationEntry>();

/** The same for all requests of an operation: what is read of them is worked out once for each entry. */
function withoutParameters(entry: OperationEntry): OperationEntry {
  const known = bare.get(entry) ?? { ...entry, parameters: {} };
  bare.set(entry, known);
  return known;
}
