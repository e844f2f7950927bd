import type { ApiCall } from '../../../aws/api-call.ts';

/** A call that would have said whether a key is there. */
export interface MissingKey {
  /** The call that the permission to list is for. */
  readonly listing: ApiCall;
  readonly because: string;
}

/**
 * Returns what tells a missing key of S3 from a forbidden one; undefined where the call's end leaves no doubt. Without
 * `s3:ListBucket` S3 answers 403 for a key that is not there, with it 404.
 * Source: Amazon S3 API Reference, GetObject and HeadObject, "Permissions".
 */
export function findMissingKey(call: ApiCall): MissingKey | undefined {
  const { service, operation, parameters, status } = call;
  if (service !== 's3' || !(operation === 'GetObject' || operation === 'HeadObject'))
    return undefined;
  const { Bucket } = parameters;
  const because = status === null ? undefined : reasons[status];
  if (Bucket === undefined || because === undefined || !isOfKey(call)) return undefined;
  const listing = { ...call, operation: 'ListObjectsV2', parameters: { Bucket } };
  return { listing, because };
}

const reasons: Readonly<Record<number, string>> = {
  403: 'the key may be missing: without s3:ListBucket S3 answers 403 for a key that is not there',
  404: 'the key was missing: without s3:ListBucket S3 answers 403 instead of 404',
};

// A HEAD request's error has no code. A denial with details is one.
function isOfKey({ errorCode, denials }: ApiCall): boolean {
  if (denials !== undefined) return false;
  return errorCode === null || errorCode === 'NoSuchKey' || errorCode === 'AccessDenied';
}
