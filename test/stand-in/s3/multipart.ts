import { createHash, randomUUID } from 'node:crypto';
import type { Answer, ServiceCall } from '../answer.ts';
import { queryValue } from '../received-request.ts';
import { StandInError } from '../stand-in-error.ts';
import { readXmlTexts } from '../xml.ts';
import { s3Address } from './address.ts';
import { noContent, xmlAnswer } from './answers.ts';
import { copySource, objectFrom } from './objects.ts';
import { type Buckets, bucketOf, type MultipartUpload } from './store.ts';

/** Answers CreateMultipartUpload. */
export function createMultipartUpload(buckets: Buckets, call: ServiceCall): Answer {
  const { bucket, key } = s3Address(call.request);
  const UploadId = randomUUID();
  const upload = { key, template: objectFrom(call), parts: new Map() };
  bucketOf(buckets, bucket).uploads.set(UploadId, upload);
  return xmlAnswer('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId });
}

/** Answers UploadPart. */
export function uploadPart(buckets: Buckets, call: ServiceCall): Answer {
  const part = objectFrom(call);
  uploadOf(buckets, call).parts.set(partNumber(call), part);
  return { status: 200, headers: { etag: part.etag, ...part.checksums }, body: '' };
}

/** Answers UploadPartCopy, of whole objects. */
export function uploadPartCopy(buckets: Buckets, call: ServiceCall): Answer {
  const part = copySource(buckets, call);
  uploadOf(buckets, call).parts.set(partNumber(call), part);
  return xmlAnswer('CopyPartResult', {
    ETag: part.etag,
    LastModified: part.modified.toISOString(),
  });
}

/** Answers CompleteMultipartUpload; the parts are those that the request names. */
export function completeMultipartUpload(buckets: Buckets, call: ServiceCall): Answer {
  const { bucket, key } = s3Address(call.request);
  const upload = uploadOf(buckets, call);
  const numbers = readXmlTexts(call.request.body.toString('utf8'), 'PartNumber').map(Number);
  const parts = numbers.map((number) => upload.parts.get(number)?.body);
  if (numbers.length === 0 || parts.includes(undefined)) {
    throw new StandInError('InvalidPart', 'One or more of the specified parts could not be found.');
  }
  const bodies = parts.flatMap((body) => body ?? []);
  const etag = etagOfParts(bodies);
  const { objects, uploads } = bucketOf(buckets, bucket);
  objects.set(key, {
    ...upload.template,
    body: Buffer.concat(bodies),
    etag,
    modified: new Date(),
    checksums: {},
  });
  uploads.delete(queryValue(call.request, 'uploadId') ?? '');
  const Location = `https://${call.request.headers.get('host')}${call.request.path}`;
  return xmlAnswer('CompleteMultipartUploadResult', {
    Location,
    Bucket: bucket,
    Key: key,
    ETag: etag,
  });
}

/** Answers AbortMultipartUpload. */
export function abortMultipartUpload(buckets: Buckets, call: ServiceCall): Answer {
  uploadOf(buckets, call);
  const { bucket } = s3Address(call.request);
  bucketOf(buckets, bucket).uploads.delete(queryValue(call.request, 'uploadId') ?? '');
  return noContent();
}

function uploadOf(buckets: Buckets, { request }: ServiceCall): MultipartUpload {
  const { bucket, key } = s3Address(request);
  const upload = bucketOf(buckets, bucket).uploads.get(queryValue(request, 'uploadId') ?? '');
  if (upload?.key === key) return upload;
  throw new StandInError('NoSuchUpload', 'The specified multipart upload does not exist.', 404);
}

function partNumber({ request }: ServiceCall): number {
  return Number(queryValue(request, 'partNumber'));
}

function etagOfParts(bodies: readonly Buffer[]): string {
  const digests = bodies.map((body) => createHash('md5').update(body).digest());
  const whole = createHash('md5').update(Buffer.concat(digests)).digest('hex');
  return `"${whole}-${bodies.length}"`;
}
