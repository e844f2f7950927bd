import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import { scanCborBody } from './cbor-body.ts';
import type { Identification } from './identification.ts';
import { identifyByName } from './identify-by-name.ts';

/** The path of an RPC v2 call: the service's target, then the operation. */
const rpcPath = /\/service\/([^/]+)\/operation\/([^/?]+)$/;

/** Tells whether a request says that it is an RPC v2 call in CBOR. */
export function isCbor(headers: ReadonlyMap<string, string>): boolean {
  return headers.get('smithy-protocol') === 'rpc-v2-cbor';
}

/**
 * Tells whether a request's body is CBOR: also one that says its operation in `X-Amz-Target`, as the AWS SDKs for Java
 * call Kinesis. Source: AWS SDK for Java 2.x, `SdkCborFactory`, content type `application/x-amz-cbor-1.1`.
 */
export function isCborType(headers: ReadonlyMap<string, string>): boolean {
  return /^application\/(?:x-amz-)?cbor\b/.test(headers.get('content-type') ?? '');
}

/**
 * Identifies an RPC v2 call by its path. The service is the candidate with that target prefix, or the only one that has
 * the operation.
 * Source: Smithy 2.0, "Smithy RPC v2 CBOR protocol", requests.
 */
export function identifyCbor(
  path: string,
  candidates: readonly IndexEntry[],
  catalog: CatalogSource,
): Identification {
  const [, prefix = '', operation = ''] = rpcPath.exec(path) ?? [];
  const named = (entry: IndexEntry) => Number(entry.targetPrefixes?.includes(prefix) === true);
  const services = [...candidates].sort((a, b) => named(b) - named(a));
  const identified = identifyByName(operation, services, catalog, scanCborBody);
  if (identified !== undefined) return identified;
  const target = operation === '' ? null : `${prefix}.${operation}`;
  return { kind: 'unidentified', target, reason: 'no service of the catalog has this operation' };
}
