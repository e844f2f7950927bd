import type { Answer, ServiceCall } from '../answer.ts';
import { StandInError } from '../stand-in-error.ts';
import { s3Address } from './address.ts';
import { noContent, xmlAnswer } from './answers.ts';
import { type Buckets, bucketOf, etagOf, objectOf, type StoredObject } from './store.ts';

/** Answers PutObject. */
export function putObject(buckets: Buckets, call: ServiceCall): Answer {
  const { bucket, key } = s3Address(call.request);
  const { objects, encryption = {} } = bucketOf(buckets, bucket);
  const object = { ...objectFrom(call), encryption };
  objects.set(key, object);
  const { etag, checksums } = object;
  return { status: 200, headers: { etag, ...checksums, ...encryption }, body: '' };
}

/** Answers GetObject and HeadObject, whole or one range. */
export function getObject(buckets: Buckets, { request }: ServiceCall): Answer {
  const { bucket, key } = s3Address(request);
  const object = objectOf(buckets, bucket, key);
  const range = rangeOf(request.headers.get('range'), object.body.length);
  const isWhole = range === undefined;
  const asksChecksum = request.headers.get('x-amz-checksum-mode') === 'ENABLED';
  return {
    status: isWhole ? 200 : 206,
    headers: {
      'accept-ranges': 'bytes',
      'content-type': object.contentType,
      etag: object.etag,
      'last-modified': object.modified.toUTCString(),
      ...object.metadata,
      ...object.encryption,
      ...(isWhole && asksChecksum ? object.checksums : {}),
      ...(isWhole
        ? {}
        : { 'content-range': `bytes ${range.first}-${range.last}/${object.body.length}` }),
    },
    body: isWhole ? object.body : object.body.subarray(range.first, range.last + 1),
  };
}

/** Answers CopyObject. */
export function copyObject(buckets: Buckets, call: ServiceCall): Answer {
  const { bucket, key } = s3Address(call.request);
  const source = copySource(buckets, call);
  const copy = { ...source, modified: new Date() };
  bucketOf(buckets, bucket).objects.set(key, copy);
  return xmlAnswer('CopyObjectResult', {
    ETag: copy.etag,
    LastModified: copy.modified.toISOString(),
  });
}

/** Answers DeleteObject, which succeeds without an object too. */
export function deleteObject(buckets: Buckets, { request }: ServiceCall): Answer {
  const { bucket, key } = s3Address(request);
  bucketOf(buckets, bucket).objects.delete(key);
  return noContent();
}

/** Returns the object that `x-amz-copy-source` names: `[/]BUCKET/KEY`, percent-encoded. */
export function copySource(buckets: Buckets, { request }: ServiceCall): StoredObject {
  const source = decodeURIComponent(request.headers.get('x-amz-copy-source') ?? '');
  const [, bucket = '', key = ''] = /^\/?([^/]+)\/(.+)$/.exec(source) ?? [];
  return objectOf(buckets, bucket, key);
}

/** Returns what a request's headers and body make of an object. */
export function objectFrom({ request, checksums }: ServiceCall): StoredObject {
  const metadata = [...request.headers].filter(([name]) => name.startsWith('x-amz-meta-'));
  return {
    body: request.body,
    etag: etagOf(request.body),
    contentType: request.headers.get('content-type') ?? 'binary/octet-stream',
    modified: new Date(),
    metadata: Object.fromEntries(metadata),
    checksums: Object.fromEntries(checksums),
  };
}

/** Reads `bytes=FIRST-LAST`, `bytes=FIRST-` and `bytes=-COUNT`. Throws `InvalidRange`. */
function rangeOf(header: string | undefined, size: number) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first <= last) return { first, last };
  throw new StandInError('InvalidRange', 'The requested range is not satisfiable', 416);
}
