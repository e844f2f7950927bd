import type { WireOperation } from './model.ts';

/**
 * Services that tell operations apart by query keys alone: there a key that the catalog does not know means an
 * operation that it does not know. Source: Amazon S3 API Reference, sub-resources.
 */
export const strictQueryServices: readonly string[] = ['s3'];

/** Returns every query key that one of the operations has, as literal or as parameter, sorted. */
export function queryKeysOf(operations: readonly WireOperation[]): readonly string[] {
  const keys = operations.flatMap((operation) => [
    ...operation.routes.flatMap(({ uri }) => literalKeys(uri)),
    ...[...operation.members]
      .filter(([, { location }]) => location === 'query')
      .map(([name, { wireName }]) => wireName ?? name),
  ]);
  return [...new Set(keys)].sort();
}

function literalKeys(uri: string): readonly string[] {
  const query = uri.split('?')[1] ?? '';
  return query
    .split('&')
    .map((part) => part.split('=')[0] ?? '')
    .filter((key) => key !== '');
}
