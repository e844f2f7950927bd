import { accountOfAccessKey } from '../access-key.ts';
import { partitionOfRegion } from '../partition.ts';
import type { CredentialScope } from './credential-scope.ts';
import { parseS3Host } from './s3-host.ts';

/**
 * Returns the bucket that an S3 host names, as its `Bucket` parameter would: a bucket's name, or the ARN of an access
 * point, of a directory bucket, of an object Lambda or Outposts access point, which have hosts of their own. Undefined
 * in path style.
 * Source: Amazon S3 User Guide, "Accessing a bucket through an access point", "Directory buckets", and the endpoint rules
 * of the SDKs' S3 client.
 */
export function findS3Bucket(host: string, scope: CredentialScope | undefined): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const multiRegion = /^([a-z0-9]+\.mrap)\.accesspoint\.s3-global\./.exec(name)?.[1];
  if (multiRegion !== undefined) return arnOf('s3', '', scope, `accesspoint/${multiRegion}`);
  const endpoint = ownEndpoint.exec(name);
  if (endpoint === null) return parseS3Host(name)?.bucket ?? undefined;
  const [, label = '', kind = '', region = ''] = endpoint;
  return kind.startsWith('s3express')
    ? arnOf(
        's3express',
        region,
        scope,
        `${label.endsWith('--xa-s3') ? 'accesspoint' : 'bucket'}/${label}`,
      )
    : accessPointArn(label, kind, region);
}

// `NAME-ACCOUNT.s3-accesspoint.REGION`, `NAME-ACCOUNT.OUTPOST.s3-outposts.REGION`, `NAME--ZONE--x-s3.s3express-ZONE.REGION`.
const ownEndpoint =
  /^(.+)\.(s3-accesspoint(?:-fips)?|s3-object-lambda(?:-fips)?|s3-outposts|s3express-[a-z0-9-]+)\.(?:dualstack\.)?([a-z0-9-]+)\.[a-z.]+$/;

function accessPointArn(label: string, kind: string, region: string): string | undefined {
  const [, name = '', account = '', outpost] =
    /^(.+)-(\d{12})(?:\.(op-[a-z0-9]+))?$/.exec(label) ?? [];
  if (name === '') return undefined;
  const service = kind.replace('-fips', '').replace('-accesspoint', '');
  const resource = outpost === undefined ? '' : `outpost/${outpost}/`;
  return `arn:${partitionOfRegion(region)}:${service}:${region}:${account}:${resource}accesspoint/${name}`;
}

function arnOf(
  service: string,
  region: string,
  scope: CredentialScope | undefined,
  resource: string,
): string {
  const partition = partitionOfRegion(region);
  const account = scope === undefined ? null : accountOfAccessKey(scope.accessKeyId);
  return `arn:${partition}:${service}:${region}:${account ?? ''}:${resource}`;
}
