import type { ReceivedRequest } from '../received-request.ts';
import { s3Address } from './address.ts';

/** One operation: its method, what it is about, and the query key or header that tells it from its like. */
interface Route {
  readonly operation: string;
  readonly method: string;
  readonly about: 'account' | 'bucket' | 'object';
  readonly query?: readonly string[];
  readonly header?: string;
}

/** The more telling routes stand first. */
const routes: readonly Route[] = [
  { operation: 'ListBuckets', method: 'GET', about: 'account' },
  { operation: 'GetBucketLocation', method: 'GET', about: 'bucket', query: ['location'] },
  { operation: 'ListObjectsV2', method: 'GET', about: 'bucket', query: ['list-type'] },
  { operation: 'DeleteObjects', method: 'POST', about: 'bucket', query: ['delete'] },
  { operation: 'PutBucketEncryption', method: 'PUT', about: 'bucket', query: ['encryption'] },
  { operation: 'CreateBucket', method: 'PUT', about: 'bucket' },
  { operation: 'HeadBucket', method: 'HEAD', about: 'bucket' },
  { operation: 'DeleteBucket', method: 'DELETE', about: 'bucket' },
  { operation: 'CreateMultipartUpload', method: 'POST', about: 'object', query: ['uploads'] },
  { operation: 'CompleteMultipartUpload', method: 'POST', about: 'object', query: ['uploadId'] },
  { operation: 'AbortMultipartUpload', method: 'DELETE', about: 'object', query: ['uploadId'] },
  {
    operation: 'UploadPartCopy',
    method: 'PUT',
    about: 'object',
    query: ['uploadId', 'partNumber'],
    header: 'x-amz-copy-source',
  },
  { operation: 'UploadPart', method: 'PUT', about: 'object', query: ['uploadId', 'partNumber'] },
  { operation: 'CopyObject', method: 'PUT', about: 'object', header: 'x-amz-copy-source' },
  { operation: 'PutObject', method: 'PUT', about: 'object' },
  { operation: 'GetObject', method: 'GET', about: 'object' },
  { operation: 'HeadObject', method: 'HEAD', about: 'object' },
  { operation: 'DeleteObject', method: 'DELETE', about: 'object' },
];

/** Sub-resources of the real S3 that the stand-in does not have: such a request is refused, not misread. */
const unknownSubresources =
  /^(acl|cors|lifecycle|policy|tagging|versioning|versions|website|torrent)$/;

/** Returns the operation of an S3 request; undefined where the stand-in has none. */
export function s3Operation(request: ReceivedRequest): string | undefined {
  if ([...request.query.keys()].some((name) => unknownSubresources.test(name))) return undefined;
  const { bucket, key } = s3Address(request);
  const about = bucket === '' ? 'account' : key === '' ? 'bucket' : 'object';
  return routes.find(
    (route) =>
      route.method === request.method &&
      route.about === about &&
      (route.query ?? []).every((name) => request.query.has(name)) &&
      (route.header === undefined || request.headers.has(route.header)),
  )?.operation;
}
