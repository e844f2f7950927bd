import type { ReceivedRequest } from '../received-request.ts';

/** What an S3 request is about: nothing (the account), a bucket, or an object; empty where there is none. */
export interface S3Address {
  readonly bucket: string;
  /** Decoded. */
  readonly key: string;
}

/** Reads bucket and key from a virtual-host or a path-style request. */
export function s3Address(request: ReceivedRequest): S3Address {
  const host = request.headers.get('host') ?? '';
  const virtual = /^(.+)\.s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?::\d+)?$/.exec(host)?.[1];
  const path = decodeURIComponent(request.path.slice(1));
  if (virtual !== undefined) return { bucket: virtual, key: path };
  const slash = path.indexOf('/');
  if (slash < 0) return { bucket: path, key: '' };
  return { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}
