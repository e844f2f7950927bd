import type { Answer, ServiceCall } from '../answer.ts';
import { queryValue, type ReceivedRequest } from '../received-request.ts';
import { s3Address } from './address.ts';
import { xmlAnswer } from './answers.ts';
import { type Buckets, bucketOf, type StoredObject } from './store.ts';

/** One line of a listing: an object, or a common prefix without one. */
type Entry = readonly [name: string, object: StoredObject | undefined];

/** Answers ListObjectsV2: prefix, delimiter, page size, continuation, and keys in URL encoding where asked. */
export function listObjectsV2(buckets: Buckets, { request }: ServiceCall): Answer {
  const { bucket } = s3Address(request);
  const ask = (name: string) => queryValue(request, name) ?? '';
  const entries = entriesOf(bucketOf(buckets, bucket).objects, ask('prefix'), ask('delimiter'));
  const maxKeys = Number(queryValue(request, 'max-keys') ?? 1000);
  const after = continuesAfter(request);
  const rest = entries.filter(([name]) => after === undefined || name > after);
  const page = rest.slice(0, maxKeys);
  const isTruncated = page.length < rest.length;
  const encode = ask('encoding-type') === 'url' ? encodeKey : (key: string) => key;
  return xmlAnswer('ListBucketResult', {
    Name: bucket,
    Prefix: encode(ask('prefix')),
    Delimiter: queryValue(request, 'delimiter'),
    EncodingType: queryValue(request, 'encoding-type'),
    MaxKeys: maxKeys,
    KeyCount: page.length,
    IsTruncated: String(isTruncated),
    NextContinuationToken: isTruncated
      ? Buffer.from(page.at(-1)?.[0] ?? '').toString('base64')
      : undefined,
    Contents: page.flatMap(([key, object]) => (object ? [contents(encode(key), object)] : [])),
    CommonPrefixes: page.flatMap(([name, object]) => (object ? [] : [{ Prefix: encode(name) }])),
  });
}

function entriesOf(
  objects: ReadonlyMap<string, StoredObject>,
  prefix: string,
  delimiter: string,
): Entry[] {
  const entries = new Map<string, StoredObject | undefined>();
  for (const [key, object] of objects) {
    if (!key.startsWith(prefix)) continue;
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    if (at < 0) entries.set(key, object);
    else entries.set(key.slice(0, at + delimiter.length), undefined);
  }
  return [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
}

function continuesAfter(request: ReceivedRequest): string | undefined {
  const token = queryValue(request, 'continuation-token');
  if (token !== undefined) return Buffer.from(token, 'base64').toString();
  return queryValue(request, 'start-after');
}

function contents(Key: string, { etag, body, modified }: StoredObject) {
  return {
    Key,
    LastModified: modified.toISOString(),
    ETag: etag,
    Size: body.length,
    StorageClass: 'STANDARD',
  };
}

function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/');
}
