import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, type OperationRow, one } from './row.ts';

const because = 'FSx makes and removes the access point in the name of the caller';

const accessPoint = (...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `s3:${name}`,
    types: ['accesspoint'],
    bind: { AccessPointName: 'Name' },
    because,
  }));

// EFS reaches into the VPC in the name of the caller; the request names the mount target, not its interface.
const networkInterface = (operation: string, action: string): OperationRow => [
  { action: `elasticfilesystem:${operation}` },
  {
    action: `ec2:${action}`,
    because: "EFS works on the mount target's network interface in the name of the caller",
  },
];

// Multi-Region properties are set on the cluster, its peers, and once more in the Region of the witness.
const multiRegion = (cluster: string): readonly GrantRow[] => {
  const own = 'arn:${Partition}:dsql:${Region}:${Account}:cluster/';
  const conditions = {
    StringEquals: { 'dsql:WitnessRegion': ['{multiRegionProperties.witnessRegion}'] },
  };
  const peers = ['multiRegionProperties.clusters[]'];
  const witness = ['multiRegionProperties.witnessRegion'];
  return [
    {
      action: 'dsql:PutMultiRegionProperties',
      when: [...peers, ...witness],
      template: own + cluster,
    },
    { action: 'dsql:AddPeerCluster', when: peers, template: own + cluster },
    {
      action: 'dsql:AddPeerCluster',
      when: peers,
      template: '${Arn}',
      bind: { Arn: 'multiRegionProperties.clusters[]' },
    },
    { action: 'dsql:PutWitnessRegion', when: witness, template: own + cluster, conditions },
    {
      action: 'dsql:PutWitnessRegion',
      when: witness,
      template: 'arn:${Partition}:dsql:${WitnessRegion}:${Account}:cluster/*',
      bind: { WitnessRegion: 'multiRegionProperties.witnessRegion' },
      conditions,
    },
  ];
};

const onNewTable = (action: string, when: string): OperationRow => [
  {
    action: `s3tables:${action}`,
    when: [when],
    bind: { TableBucketName: 'tableBucketARN' },
    conditions: { StringEquals: { 's3tables:namespace': ['{namespace}'] } },
  },
];

/**
 * Services of files, vectors and clusters.
 * Source: the permissions that each operation names in the API references of Amazon EFS, Amazon FSx, Amazon S3 (Vectors)
 * and Amazon Aurora DSQL.
 */
export const storageOperations: OperationRows = {
  dsql: {
    CreateCluster: [
      { action: 'dsql:CreateCluster' },
      ...multiRegion('*'),
      // Source: "API operations defined by Amazon Aurora DSQL".
      { action: 'dsql:PutClusterPolicy', when: ['policy'] },
    ],
    UpdateCluster: [
      { action: 'dsql:UpdateCluster' },
      ...multiRegion('${identifier}'),
      { action: 'dsql:GetCluster', when: ['multiRegionProperties.clusters[]'] },
      {
        action: 'dsql:RemovePeerCluster',
        when: ['multiRegionProperties.clusters[]'],
        template: 'arn:${Partition}:dsql:*:${Account}:cluster/*',
      },
    ],
  },
  efs: {
    CreateMountTarget: one(
      'elasticfilesystem:CreateMountTarget',
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
    ),
    DeleteMountTarget: networkInterface('DeleteMountTarget', 'DeleteNetworkInterface'),
    DescribeMountTargetSecurityGroups: networkInterface(
      'DescribeMountTargetSecurityGroups',
      'DescribeNetworkInterfaceAttribute',
    ),
    ModifyMountTargetSecurityGroups: networkInterface(
      'ModifyMountTargetSecurityGroups',
      'ModifyNetworkInterfaceAttribute',
    ),
  },
  fsx: {
    CreateAndAttachS3AccessPoint: [
      { action: 'fsx:CreateAndAttachS3AccessPoint' },
      ...accessPoint('CreateAccessPoint', 'DeleteAccessPoint', 'PutAccessPointPolicy'),
      { action: 's3:GetAccessPoint', because },
    ],
    DetachAndDeleteS3AccessPoint: [
      { action: 'fsx:DetachAndDeleteS3AccessPoint' },
      ...accessPoint('DeleteAccessPoint'),
    ],
  },
  // Source: Amazon S3 API Reference, CreateTable and CreateTableBucket, permissions.
  s3tables: {
    CreateTable: [
      { action: 's3tables:CreateTable' },
      ...onNewTable('PutTableData', 'metadata.iceberg.schema.fields[].name'),
      ...onNewTable('PutTableEncryption', 'encryptionConfiguration.sseAlgorithm'),
      ...onNewTable('PutTableStorageClass', 'storageClassConfiguration.storageClass'),
    ],
    CreateTableBucket: [
      { action: 's3tables:CreateTableBucket' },
      {
        action: 's3tables:PutTableBucketEncryption',
        when: ['encryptionConfiguration.sseAlgorithm'],
        bind: { TableBucketName: 'name' },
      },
      {
        action: 's3tables:PutTableBucketStorageClass',
        when: ['storageClassConfiguration.storageClass'],
        bind: { TableBucketName: 'name' },
      },
    ],
  },
  s3vectors: {
    ListVectors: [
      { action: 's3vectors:ListVectors' },
      {
        action: 's3vectors:GetVectors',
        when: ['whereTrue(returnData)', 'whereTrue(returnMetadata)'],
      },
    ],
    QueryVectors: [
      { action: 's3vectors:QueryVectors' },
      {
        action: 's3vectors:GetVectors',
        because:
          'a query that filters by metadata or returns it reads the vectors; filters are not recorded',
      },
    ],
  },
};
