/** The bucket that an S3 host names, if any. */
export interface S3Host {
  /** Null in path style. */
  readonly bucket: string | null;
  /** True for the endpoint of plain S3; false for the ones that S3 shares with S3 Control and S3 on Outposts. */
  readonly isPlain: boolean;
}

/**
 * Reads an S3 host: virtual-hosted or path style; dualstack, FIPS, transfer acceleration; access points, whose bucket
 * is then `NAME-ACCOUNT`. Bucket names may hold dots. Undefined where the host is no S3 endpoint of AWS.
 * Source: Amazon S3 User Guide, "Virtual hosting of general purpose buckets", and the endpoint rules of the SDKs.
 */
export function parseS3Host(host: string): S3Host | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const match = s3Host.exec(name);
  if (match === null) return undefined;
  const [, bucket = '', variant = ''] = match;
  const isPlain = !variant.startsWith('-outposts') && !variant.startsWith('express-control');
  return { bucket: bucket === '' ? null : bucket.slice(0, -1), isPlain };
}

const service =
  's3(-accelerate|-global|-fips|-external-1|-outposts|-object-lambda|-accesspoint(?:-fips)?|express[a-z0-9-]*)?';
const region = '(?:[.-][a-z]{2,4}(?:-[a-z]+)+-\\d+)?';

// The bucket is greedy: of `s3.eu-west-1.s3.eu-west-1.amazonaws.com` it is the first part, a name that looks like a
// host. `s3.localhost.localstack.cloud` is LocalStack's own host for all services.
const s3Host = new RegExp(
  `^(.+\\.|)${service}(?:\\.dualstack)?${region}(?:\\.dualstack)?\\.(?:amazonaws\\.[a-z.]+|localhost\\.localstack\\.cloud|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)$`,
);
