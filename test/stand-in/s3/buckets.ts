import type { Answer, ServiceCall } from '../answer.ts';
import { StandInError } from '../stand-in-error.ts';
import { readXmlTexts } from '../xml.ts';
import { s3Address } from './address.ts';
import { noContent, xmlAnswer } from './answers.ts';
import { type Buckets, bucketOf } from './store.ts';

/** Answers CreateBucket. */
export function createBucket(buckets: Buckets, { request }: ServiceCall): Answer {
  const { bucket } = s3Address(request);
  if (buckets.has(bucket)) {
    throw new StandInError('BucketAlreadyOwnedByYou', 'You already own this bucket.', 409);
  }
  buckets.set(bucket, { objects: new Map(), uploads: new Map() });
  return { status: 200, headers: { location: `/${bucket}` }, body: '' };
}

/** Answers PutBucketEncryption with a KMS key. */
export function putBucketEncryption(buckets: Buckets, { request }: ServiceCall): Answer {
  const [key = ''] = readXmlTexts(request.body.toString('utf8'), 'KMSMasterKeyID');
  bucketOf(buckets, s3Address(request).bucket).encryption = {
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': key,
  };
  return { status: 200, headers: {}, body: '' };
}

/** Answers DeleteBucket. */
export function deleteBucket(buckets: Buckets, { request }: ServiceCall): Answer {
  const { bucket } = s3Address(request);
  if (bucketOf(buckets, bucket).objects.size > 0) {
    throw new StandInError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
  }
  buckets.delete(bucket);
  return noContent();
}

/** Answers HeadBucket. */
export function headBucket(buckets: Buckets, { request, caller }: ServiceCall): Answer {
  bucketOf(buckets, s3Address(request).bucket);
  return { status: 200, headers: { 'x-amz-bucket-region': caller.region }, body: '' };
}

/** Answers GetBucketLocation. */
export function getBucketLocation(buckets: Buckets, { request, caller }: ServiceCall): Answer {
  bucketOf(buckets, s3Address(request).bucket);
  return xmlAnswer('LocationConstraint', caller.region);
}

/** Answers ListBuckets. */
export function listBuckets(buckets: Buckets): Answer {
  const names = [...buckets.keys()].sort();
  return xmlAnswer('ListAllMyBucketsResult', {
    Buckets: { Bucket: names.map((Name) => ({ Name, CreationDate: new Date().toISOString() })) },
  });
}

/** Answers DeleteObjects. */
export function deleteObjects(buckets: Buckets, { request }: ServiceCall): Answer {
  const { objects } = bucketOf(buckets, s3Address(request).bucket);
  const keys = readXmlTexts(request.body.toString('utf8'), 'Key');
  for (const key of keys) objects.delete(key);
  return xmlAnswer('DeleteResult', { Deleted: keys.map((Key) => ({ Key })) });
}
