import type { ApiCall } from '../../../aws/api-call.ts';
import type { Permission } from '../../permission.ts';

/**
 * Tells whether a bucket's name is that of a table's storage: S3 Tables gives each table one, and keeps the ending for it.
 * Source: Amazon S3 User Guide, "General purpose bucket naming rules", reserved suffixes.
 */
export function isTableStorage(bucket: string): boolean {
  return bucket.endsWith('--table-s3');
}

/**
 * Returns what S3 Tables asks for where a call reads or writes an object of a table's storage: one action on the table,
 * whatever the call. Calls that are about no object stay as they are.
 * Source: Service Authorization Reference, "Amazon S3 Tables", GetTableData and PutTableData; Amazon S3 API Reference,
 * "Supported Amazon S3 object-level API operations for S3 Tables".
 */
export function onTableData(
  { operation, parameters, partition, region, account }: ApiCall,
  permissions: readonly Permission[],
): readonly Permission[] {
  if (parameters.Key === undefined) return permissions;
  const isRead = operation === 'GetObject' || operation === 'HeadObject';
  const table = `arn:${partition}:s3tables:${region ?? '*'}:${account ?? '*'}:bucket/*/table/*`;
  return permissions.slice(0, 1).map(() => ({
    action: isRead ? 's3tables:GetTableData' : 's3tables:PutTableData',
    resources: [table],
    conditions: {},
    because: 'the objects of a table are read and written by an action on the table',
    confidence: 'documented',
    wildcards: [
      {
        resource: table,
        reason: 'the name of a table’s storage does not say which table it is of',
      },
    ],
  }));
}
