import { createHash } from 'node:crypto';
import { StandInError } from '../stand-in-error.ts';

/** An object as it lies in a bucket. */
export interface StoredObject {
  readonly body: Buffer;
  /** With its quotation marks, as headers carry it. */
  readonly etag: string;
  readonly contentType: string;
  readonly modified: Date;
  /** `x-amz-meta-…` headers by their whole name. */
  readonly metadata: Readonly<Record<string, string>>;
  /** `x-amz-checksum-…` headers by their whole name. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly encryption?: Encryption;
}

/** What answers say of an object's encryption, by the headers' whole names. */
export type Encryption = Readonly<Record<string, string>>;

/** A multipart upload that is under way: its parts by number. */
export interface MultipartUpload {
  readonly key: string;
  readonly template: StoredObject;
  readonly parts: Map<number, StoredObject>;
}

/** A bucket's objects and uploads. */
export interface Bucket {
  readonly objects: Map<string, StoredObject>;
  readonly uploads: Map<string, MultipartUpload>;
  /** Of objects put from now on. */
  encryption?: Encryption;
}

/** All buckets by name. */
export type Buckets = Map<string, Bucket>;

/** Returns a bucket. Throws `NoSuchBucket`. */
export function bucketOf(buckets: Buckets, name: string): Bucket {
  const bucket = buckets.get(name);
  if (bucket !== undefined) return bucket;
  throw new StandInError('NoSuchBucket', 'The specified bucket does not exist', 404);
}

/** Returns an object. Throws `NoSuchBucket` or `NoSuchKey`. */
export function objectOf(buckets: Buckets, bucket: string, key: string): StoredObject {
  const object = bucketOf(buckets, bucket).objects.get(key);
  if (object !== undefined) return object;
  throw new StandInError('NoSuchKey', 'The specified key does not exist.', 404);
}

/** Returns the MD5 of some bytes in the form of an ETag. */
export function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
