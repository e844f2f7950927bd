import { decodeSegment } from './percent-decode.ts';
import { parseS3Host } from './s3-host.ts';

/**
 * Returns the object that a URL of S3 names as `s3://BUCKET/KEY`, whether it is one already, or of HTTPS in virtual-hosted
 * or path style. Undefined for any other URL, and for one with a query: that may hold a signature, and who has the
 * signature needs no permission.
 * Source: Amazon S3 User Guide, "Methods for accessing a general purpose bucket".
 */
export function reduceS3Location(url: string): string | undefined {
  if (/^s3:\/\/[^\s?#]+$/.test(url)) return url;
  const [, host = '', path = ''] = /^https?:\/\/([^/\s?#@]+)\/([^\s?#]+)$/.exec(url) ?? [];
  const endpoint = parseS3Host(host);
  if (endpoint === undefined || path === '') return undefined;
  const object = decodeSegment(path);
  if (endpoint.bucket !== null) return `s3://${endpoint.bucket}/${object}`;
  return object.includes('/') ? `s3://${object}` : undefined;
}
