import type { ApiCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';

/** What an `x-amz-copy-source` header names. */
export interface CopySource {
  /** What the object lies in: a bucket, one behind an access point, a directory bucket or a bucket on Outposts. */
  readonly kind: 'object' | 'directory' | 'outposts';
  /** The ARN that AWS checks: of the object, of a directory bucket the bucket's. */
  readonly arn: string;
  readonly isVersioned: boolean;
}

/**
 * Parses the source of a copy: `/BUCKET/KEY?versionId=V`, with or without the slash in front, or the ARN of an access
 * point with `/object/KEY`, percent-encoded as a whole or in part. Undefined where it is neither.
 * Source: Amazon S3 API Reference, CopyObject, `x-amz-copy-source`.
 */
export function parseCopySource(source: string, call: ApiCall): CopySource | undefined {
  const [, text = '', version] = /^(.*?)(?:\?versionId=(.+))?$/s.exec(source) ?? [];
  const name = decode(text).replace(/^\//, '');
  const isVersioned = version !== undefined;
  const arn = parseArn(name);
  if (arn !== undefined) {
    const kind = arn.service === 's3-outposts' ? 'outposts' : 'object';
    return { kind, arn: name, isVersioned };
  }
  const [, bucket = '', key = ''] = /^([^/]+)\/(.+)$/s.exec(name) ?? [];
  if (key === '') return undefined;
  if (/--x-s3$/.test(bucket)) {
    const { partition, region, account } = call;
    const place = `${region ?? ''}:${account ?? ''}`;
    return {
      kind: 'directory',
      arn: `arn:${partition}:s3express:${place}:bucket/${bucket}`,
      isVersioned,
    };
  }
  return { kind: 'object', arn: `arn:${call.partition}:s3:::${bucket}/${key}`, isVersioned };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
