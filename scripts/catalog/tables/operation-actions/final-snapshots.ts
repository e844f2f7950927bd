import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from './row.ts';

const deletion = (
  action: string,
  snapshot: string,
  parameter: string,
  bind: GrantRow['bind'],
): OperationRow => [
  { action },
  {
    action: `${action.split(':')[0]}:${snapshot}`,
    when: [parameter],
    ...(bind && { bind }),
  },
];

/**
 * Deletions that take a last snapshot when the request names one.
 * Source: the tables "API operations" of Amazon RDS, Amazon ElastiCache and Amazon Redshift in the Service Authorization
 * Reference; the API references of Amazon ElastiCache (DeleteReplicationGroup, DeleteServerlessCache) and Amazon MemoryDB
 * (DeleteCluster).
 */
export const finalSnapshotOperations: OperationRows = {
  elasticache: {
    DeleteCacheCluster: deletion(
      'elasticache:DeleteCacheCluster',
      'CreateSnapshot',
      'FinalSnapshotIdentifier',
      { SnapshotName: 'FinalSnapshotIdentifier', CacheClusterId: 'CacheClusterId' },
    ),
    DeleteReplicationGroup: deletion(
      'elasticache:DeleteReplicationGroup',
      'CreateSnapshot',
      'FinalSnapshotIdentifier',
      { SnapshotName: 'FinalSnapshotIdentifier', ReplicationGroupId: 'ReplicationGroupId' },
    ),
    DeleteServerlessCache: deletion(
      'elasticache:DeleteServerlessCache',
      'CreateServerlessCacheSnapshot',
      'FinalSnapshotName',
      {
        ServerlessCacheName: 'ServerlessCacheName',
        ServerlessCacheSnapshotName: 'FinalSnapshotName',
      },
    ),
  },
  memorydb: {
    DeleteCluster: deletion('memorydb:DeleteCluster', 'CreateSnapshot', 'FinalSnapshotName', {
      ClusterName: 'ClusterName',
      SnapshotName: 'FinalSnapshotName',
    }),
  },
  rds: {
    DeleteDBCluster: deletion(
      'rds:DeleteDBCluster',
      'CreateDBClusterSnapshot',
      'FinalDBSnapshotIdentifier',
      {
        DbClusterInstanceName: 'DBClusterIdentifier',
        ClusterSnapshotName: 'FinalDBSnapshotIdentifier',
      },
    ),
    DeleteDBInstance: deletion(
      'rds:DeleteDBInstance',
      'CreateDBSnapshot',
      'FinalDBSnapshotIdentifier',
      { DbInstanceName: 'DBInstanceIdentifier', SnapshotName: 'FinalDBSnapshotIdentifier' },
    ),
    DeleteTenantDatabase: deletion(
      'rds:DeleteTenantDatabase',
      'CreateDBSnapshot',
      'FinalDBSnapshotIdentifier',
      { DbInstanceName: 'DBInstanceIdentifier', SnapshotName: 'FinalDBSnapshotIdentifier' },
    ),
  },
  redshift: {
    DeleteCluster: deletion(
      'redshift:DeleteCluster',
      'CreateClusterSnapshot',
      'FinalClusterSnapshotIdentifier',
      { ClusterName: 'ClusterIdentifier', SnapshotName: 'FinalClusterSnapshotIdentifier' },
    ),
  },
};
