import type { ApiCall } from '../../../aws/api-call.ts';
import { type Arn, parseArn } from '../../../aws/arn.ts';
import type { GrantEntry } from '../../../aws/catalog/entries.ts';
import type { Permission } from '../../permission.ts';
import { authorizeConditions } from '../authorize-conditions.ts';
import type { ConditionChoice } from '../condition-choice.ts';
import { parseCopySource } from '../copy-source.ts';
import { writeValue } from '../write-value.ts';
import { isTableStorage, onTableData } from './table-data.ts';

/**
 * Adapts the permissions of an S3 call to what its bucket is: behind an object Lambda or Outposts access point the
 * actions have a prefix of their own, and so have those on a directory bucket itself, while calls to its objects need
 * only a session. Objects in a table's storage are read and written by actions on the table. Other buckets and access
 * points are as the catalog says.
 * Source: Service Authorization Reference, "Amazon S3 Object Lambda", "Amazon S3 on Outposts", "Amazon S3 Express";
 * Amazon S3 User Guide, "Authorizing Regional endpoint API operations with IAM" and "Authorizing Zonal endpoint API
 * operations with CreateSession".
 */
export function adaptS3(
  call: ApiCall,
  permissions: readonly Permission[],
  choice: ConditionChoice,
): readonly Permission[] {
  const { Bucket: named } = call.parameters;
  if (typeof named !== 'string') return permissions;
  if (isTableStorage(named)) return onTableData(call, permissions);
  const bucket = /^[^:]+--xa?-s3$/.test(named) ? directoryBucket(named, call) : named;
  const arn = parseArn(bucket);
  if (arn === undefined) return permissions;
  const adapt = adaptations[arn.service];
  if (adapt === undefined) return permissions;
  const target = { call, bucket: writeValue(withAccount(bucket, arn, call)).text, choice };
  return adapt(permissions, target);
}

/** Tells whether a call is to a bucket, or to an access point of one: what S3 does there for the caller is S3's own. */
export function isPlainBucket({ parameters: { Bucket: bucket } }: ApiCall): boolean {
  if (typeof bucket !== 'string') return true;
  const arn = parseArn(bucket);
  return !isTableStorage(bucket) && (arn === undefined || adaptations[arn.service] === undefined);
}

interface Target {
  readonly call: ApiCall;
  readonly bucket: string;
  readonly choice: ConditionChoice;
}

const adaptations: Readonly<
  Record<string, (permissions: readonly Permission[], target: Target) => readonly Permission[]>
> = {
  's3-object-lambda': (permissions, { bucket }) =>
    permissions.map((permission) => rename(permission, 's3-object-lambda', bucket)),
  's3-outposts': (permissions, { bucket }) =>
    permissions.map((permission) =>
      rename(
        permission,
        's3-outposts',
        ...permission.resources.map((one) => onOutpost(one, bucket)),
      ),
    ),
  s3express: (permissions, target) => {
    const source = permissions.filter((permission) => isOfSource(permission, target.call));
    const own = permissions
      .filter((permission) => !source.includes(permission))
      .map((permission) => rename(permission, 's3express', target.bucket));
    const itself = own.filter(({ action }) => directoryBucketActions.has(action));
    return [...(itself.length > 0 ? itself : inSession(own, target)), ...source];
  },
};

// The catalog's templates of S3's own objects have no place for the outpost: only the key is taken from them.
function onOutpost(resource: string, bucket: string): string {
  const key = /^arn:[^:]+:s3:(?:[^:]*:[^:]*:accesspoint\/\*\/object|::\*)\/(.+)$/s.exec(
    resource,
  )?.[1];
  return key === undefined ? bucket : `${bucket}/object/${key}`;
}

// What a copy reads may be a bucket of another kind.
function isOfSource({ resources }: Permission, call: ApiCall): boolean {
  const { CopySource: header } = call.parameters;
  const source = typeof header === 'string' ? parseCopySource(header, call) : undefined;
  return source !== undefined && resources[0] === writeValue(source.arn).text;
}

function inSession(
  permissions: readonly Permission[],
  { call, bucket, choice }: Target,
): readonly Permission[] {
  return permissions.slice(0, 1).map((permission) => ({
    ...permission,
    action: 's3express:CreateSession',
    resources: [bucket],
    wildcards: [],
    ...authorizeConditions(sessionMode(call), call, choice),
    because: 'calls to a directory bucket are authorized by the session that they are made in',
  }));
}

/**
 * What the session has to allow: a request for one says it, or it may do all; for any other call it is what the call does.
 * Source: Amazon S3 API Reference, CreateSession, `x-amz-create-session-mode`.
 */
function sessionMode({ operation }: ApiCall): Pick<GrantEntry, 'offered'> {
  const isRead = /^(Get|Head|List)/.test(operation);
  const mode = operation === 'CreateSession' ? '{SessionMode}' : isRead ? 'ReadOnly' : 'ReadWrite';
  return { offered: { StringEquals: { 's3express:SessionMode': [mode] } } };
}

// Source: Service Authorization Reference, "Actions defined by Amazon S3 Express".
const directoryBucketActions: ReadonlySet<string> = new Set(
  [
    ...['CreateBucket', 'DeleteBucket', 'TagResource'],
    ...['DeleteBucketPolicy', 'GetBucketPolicy', 'PutBucketPolicy'],
    ...['Encryption', 'Inventory', 'Lifecycle', 'Metrics'].flatMap((kind) => [
      `Get${kind}Configuration`,
      `Put${kind}Configuration`,
    ]),
  ].map((name) => `s3express:${name}`),
);

// The endpoint for directory buckets themselves has the bucket's name in its path, which says no more.
function directoryBucket(name: string, { partition, region, account }: ApiCall): string {
  const kind = name.endsWith('--xa-s3') ? 'accesspoint' : 'bucket';
  return `arn:${partition}:s3express:${region}:${account ?? ''}:${kind}/${name}`;
}

// The condition keys of S3 itself are none of these prefixes': a condition on one would deny every call.
function rename(permission: Permission, prefix: string, ...resources: string[]): Permission {
  const { action, because, confidence } = permission;
  if (!action.startsWith('s3:')) return permission;
  return {
    action: action.replace(/^[^:]+/, prefix),
    resources: [...new Set(resources)].sort(),
    conditions: {},
    because,
    confidence,
    wildcards: [],
  };
}

// A directory bucket's host does not say its account, which is the caller's unless a bucket policy lets others in.
function withAccount(bucket: string, { account }: Arn, call: ApiCall): string {
  if (account !== '' || call.account === null) return bucket;
  const parts = bucket.split(':');
  return [...parts.slice(0, 4), call.account, ...parts.slice(5)].join(':');
}
