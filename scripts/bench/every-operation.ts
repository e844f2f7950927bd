import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { IndexEntry, OperationEntry } from '../../aws/catalog/entries.ts';

/** A signed request of one operation. Its signature is none, which nobody here checks. */
export interface OperationRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The requests of one service, all for one host. */
export interface ServiceRequests {
  readonly host: string;
  readonly requests: readonly OperationRequest[];
}

const region = 'eu-west-1';

/** Returns a request of every operation that the catalog knows, up to `limit`, by service. */
export function everyOperation(catalog: CatalogSource, limit: number): readonly ServiceRequests[] {
  const services: ServiceRequests[] = [];
  let left = limit;
  for (const entry of catalog.index) {
    const operations = Object.entries(catalog.findService(entry.service)?.operations ?? {});
    const requests = operations
      .slice(0, left)
      .map(([name, operation]) => requestOf(entry, name, operation));
    left -= requests.length;
    const [prefix = entry.service] = entry.endpointPrefixes;
    if (requests.length > 0) services.push({ host: `${prefix}.${region}.amazonaws.com`, requests });
  }
  return services;
}

function requestOf(entry: IndexEntry, name: string, operation: OperationEntry): OperationRequest {
  const headers = {
    authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261122/${region}/${entry.signingNames[0] ?? entry.service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=0000`,
    'x-amz-date': '20261122T080000Z',
    'user-agent': 'aws-sdk-js/3.1169.0',
  };
  const [route] = operation.routes ?? [];
  if (route !== undefined) return restRequest(route, name, operation, headers);
  const [targetPrefix] = entry.targetPrefixes ?? [];
  if (targetPrefix !== undefined) {
    const json = { 'content-type': 'application/x-amz-json-1.1' };
    const target = { 'x-amz-target': `${targetPrefix}.${name}` };
    return { method: 'POST', target: '/', headers: { ...headers, ...json, ...target }, body: '{}' };
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = `Action=${name}&Version=${entry.apiVersion}`;
  return { method: 'POST', target: '/', headers: { ...headers, ...form }, body };
}

function restRequest(
  [method, uri]: readonly [string, string],
  name: string,
  operation: OperationEntry,
  headers: Readonly<Record<string, string>>,
): OperationRequest {
  const [path = '/', literals = ''] = uri.split('?');
  const needs = (operation.needs ?? []).map((need) => need.split(' '));
  const needed = (place: string) =>
    needs.filter(([where]) => where === place).map(([, key = '']) => key);
  const query = [literals, ...needed('query').map((key) => `${key}=1`), `x-id=${name}`];
  return {
    method,
    target: `${path.replaceAll(/\{[^}]+\}/g, `a-${name}`)}?${query.filter(Boolean).join('&')}`,
    headers: {
      ...headers,
      ...Object.fromEntries(needed('header').map((key) => [key.toLowerCase(), '1'])),
    },
    body: '',
  };
}
