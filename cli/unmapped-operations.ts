import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { isRecognised, type SessionCall } from '../sessions/session-call.ts';

/**
 * Returns the operations among the calls whose action the catalog does not know, sorted: `s3 GetObject`.
 * Unlike operations that need no permission they are missing from a policy, which must be said.
 */
export function findUnmappedOperations(
  calls: Iterable<SessionCall>,
  catalog: CatalogSource,
): readonly string[] {
  const unmapped = new Set<string>();
  for (const call of calls) {
    if (isRecognised(call) && !isMapped(call.service, call.operation, catalog)) {
      unmapped.add(`${call.service} ${call.operation}`);
    }
  }
  return [...unmapped].sort();
}

/** Tells whether the catalog knows which action an operation needs, or that it needs none. */
export function isMapped(service: string, operation: string, catalog: CatalogSource): boolean {
  const operations = catalog.findService(service)?.operations ?? {};
  return Object.hasOwn(operations, operation) && operations[operation]?.grants !== undefined;
}
