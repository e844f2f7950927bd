import type { CatalogSource } from '../catalog/catalog.ts';
import type { Identification } from './identification.ts';
import { readJsonBody } from './json-body.ts';
import { decodeSegment } from './percent-decode.ts';
import { readParameters } from './read-parameters.ts';
import type { RequestTarget, WireRequest } from './request.ts';

/** A kind of endpoint that belongs to the user's own resource and takes any path. */
interface DataPlane {
  readonly service: string;
  readonly operation: string;
  /** The host; its first group is the resource's id. */
  readonly host: RegExp;
  /** The method, and the second part of the path, where they tell the operation from others at the host. */
  readonly at?: { readonly method: string; readonly path: string };
  readonly labels: (id: string, method: string, path: string) => readonly Label[];
}

type Label = readonly [string, string];

const apiHost = /^([a-z0-9]+)(?:-vpce-[a-z0-9]+)?\.execute-api\./;

/**
 * Endpoints of the user's own resources. API Gateway's have stage and path behind the host; a connection of a WebSocket
 * API is managed by an operation of its own.
 * Source: API Gateway Developer Guide, "Control access for invoking an API", and Lambda Developer Guide, "Control access
 * to Lambda function URLs".
 */
const dataPlanes: readonly DataPlane[] = [
  connection('DELETE', 'DeleteConnection'),
  connection('GET', 'GetConnection'),
  connection('POST', 'PostToConnection'),
  {
    service: 'execute-api',
    operation: 'Invoke',
    host: apiHost,
    labels: (id, method, path) => {
      const [, stage = '', rest = ''] = /^\/?([^/]*)\/?([\s\S]*)$/.exec(path) ?? [];
      return [
        ['ApiId', id],
        ['Stage', decodeSegment(stage)],
        ['Method', method],
        ['Path', decodeSegment(rest)],
      ];
    },
  },
  {
    service: 'lambda',
    operation: 'InvokeFunctionUrl',
    host: /^([a-z0-9]+)\.lambda-url\./,
    labels: () => [],
  },
];

/** Identifies a call to an endpoint of the user's own; undefined where the host is none. */
export function identifyDataPlane(
  request: WireRequest,
  target: RequestTarget,
  catalog: CatalogSource,
): Identification | undefined {
  const host = request.host.toLowerCase();
  const [, , second = ''] = target.path.split('/', 3).map(decodeSegment);
  for (const { service, operation, host: pattern, at, labels } of dataPlanes) {
    if (at !== undefined && (at.method !== request.method || at.path !== second)) continue;
    const id = pattern.exec(host)?.[1];
    const entry =
      id === undefined ? undefined : catalog.findService(service)?.operations[operation];
    if (id === undefined || entry === undefined) continue;
    const sources = {
      labels: new Map(labels(id, request.method, target.path)),
      query: target.query,
      headers: request.headers,
      readBody: readJsonBody,
    };
    return {
      kind: 'identified',
      service,
      operation,
      entry,
      readParameters: (...body) => readParameters(entry, sources, ...body),
    };
  }
  return undefined;
}

function connection(method: string, operation: string): DataPlane {
  return {
    service: 'apigatewaymanagementapi',
    operation,
    host: apiHost,
    at: { method, path: '@connections' },
    labels: (id, _, path) => [
      ['ApiId', id],
      ['Stage', decodeSegment(path.split('/', 2)[1] ?? '')],
    ],
  };
}
