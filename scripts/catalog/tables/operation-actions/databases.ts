import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, type OperationRow, one } from './row.ts';

// Source: Amazon Keyspaces Developer Guide, "Configure permissions to work with user-defined types": types have no ARN;
// they are read in the system keyspaces.
const readSystemKeyspaces: OperationRow = [
  {
    action: 'cassandra:Select',
    template: 'arn:${Partition}:cassandra:${Region}:${Account}:/keyspace/system*',
  },
];

const on =
  (type: string) =>
  (...names: readonly string[]): OperationRow =>
    names.map((name) => ({ action: `cassandra:${name}`, types: [type] }));
const onKeyspace = on('keyspace');

// What a keyspace with further Regions asks for: the request names them, or settings for them.
const regions = 'replicationSpecification.regionList[]';
const replicas = 'replicaSpecifications[].region';
const multiRegion = (action: string, when: string): GrantRow => ({
  action: `cassandra:${action}`,
  when: [when],
  because: `works in the Regions in \`${when}\` too`,
});
const onTables = on('table');

const lakehouse = (registration: string): OperationRow => [
  { action: 'redshift:RegisterNamespace', when: [`isRegister(${registration})`] },
  { action: 'redshift:AssociateDataShareConsumer', when: [`isRegister(${registration})`] },
  { action: 'redshift:DeregisterNamespace', when: [`isDeregister(${registration})`] },
];

/** Databases, and their migration. */
export const databaseOperations: OperationRows = {
  // Source: the table "API operations defined by AWS Database Migration Service" of the service's page in the Service
  // Authorization Reference.
  'database-migration-service': {
    DescribeDataProviders: one('dms:ListDataProviders'),
    DescribeExtensionPackAssociations: one('dms:ListExtensionPacks'),
    DescribeInstanceProfiles: one('dms:ListInstanceProfiles'),
    DescribeMetadataModelAssessments: one('dms:ListMetadataModelAssessments'),
    DescribeMetadataModelConversions: one('dms:ListMetadataModelConversions'),
    DescribeMetadataModelExportsAsScript: one('dms:ListMetadataModelExports'),
    DescribeMetadataModelExportsToTarget: one('dms:ListMetadataModelExports'),
    DescribeMigrationProjects: one('dms:ListMigrationProjects'),
    ModifyConversionConfiguration: one('dms:UpdateConversionConfiguration'),
    ModifyDataProvider: one('dms:UpdateDataProvider'),
    ModifyInstanceProfile: one('dms:UpdateInstanceProfile'),
    ModifyMigrationProject: one('dms:UpdateMigrationProject'),
    StartExtensionPackAssociation: one('dms:AssociateExtensionPack'),
    StartMetadataModelExportAsScript: one('dms:StartMetadataModelExportAsScripts'),
  },
  // Source: Amazon Keyspaces Developer Guide, "How Amazon Keyspaces works with IAM"; for the reads of metadata the
  // Amazon Keyspaces API Reference.
  keyspaces: {
    CreateKeyspace: [
      { action: 'cassandra:Create' },
      { ...multiRegion('CreateMultiRegionResource', regions), types: ['keyspace'] },
    ],
    CreateTable: [
      { action: 'cassandra:Create' },
      multiRegion('CreateMultiRegionResource', replicas),
    ],
    DeleteKeyspace: one('cassandra:Drop'),
    DeleteTable: one('cassandra:Drop'),
    GetKeyspace: one('cassandra:Select'),
    GetTable: [{ action: 'cassandra:Select', types: ['table'] }, ...readSystemKeyspaces],
    GetTableAutoScalingSettings: one(
      'application-autoscaling:DescribeScalableTargets',
      'application-autoscaling:DescribeScalingPolicies',
    ),
    ListKeyspaces: one('cassandra:Select'),
    ListTables: readSystemKeyspaces,
    ListTagsForResource: [
      { action: 'cassandra:Select', template: '${resourceArn}' },
      ...readSystemKeyspaces,
    ],
    RestoreTable: [
      {
        action: 'cassandra:Restore',
        bind: { KeyspaceName: 'sourceKeyspaceName', TableName: 'sourceTableName' },
      },
      {
        action: 'cassandra:Restore',
        bind: { KeyspaceName: 'targetKeyspaceName', TableName: 'targetTableName' },
      },
      // Source: Amazon Keyspaces Developer Guide, "Configure restore table IAM permissions for Amazon Keyspaces PITR".
      {
        action: 'cassandra:Select',
        types: ['table'],
        bind: { KeyspaceName: 'sourceKeyspaceName', TableName: 'sourceTableName' },
        because: 'reads the table that it restores',
      },
      ...readSystemKeyspaces,
      {
        action: 'cassandra:TagResource',
        when: ['tagsOverride[].key'],
        types: ['table'],
        bind: { KeyspaceName: 'targetKeyspaceName', TableName: 'targetTableName' },
        offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['{tagsOverride[].key}'] } },
        because: 'tags the table that it makes',
      },
      {
        ...multiRegion('RestoreMultiRegionTable', replicas),
        bind: { KeyspaceName: 'targetKeyspaceName', TableName: 'targetTableName' },
      },
    ],
    UpdateTable: [{ action: 'cassandra:Alter' }, multiRegion('AlterMultiRegionResource', replicas)],
    CreateType: onKeyspace('Create'),
    DeleteType: onKeyspace('Drop'),
    GetType: readSystemKeyspaces,
    ListTypes: readSystemKeyspaces,
    // Source: Amazon Keyspaces API Reference, UpdateKeyspace: what adding a Region asks for.
    UpdateKeyspace: [
      ...onKeyspace('Alter', 'AlterMultiRegionResource', 'Create', 'CreateMultiRegionResource'),
      ...onTables('Modify', 'ModifyMultiRegionResource', 'Select', 'SelectMultiRegionResource'),
    ],
  },
  // Source: the tables "API operations" of Amazon Redshift and Amazon Redshift Serverless in the Service Authorization
  // Reference: for both the actions of Amazon Redshift.
  redshift: { ModifyLakehouseConfiguration: lakehouse('LakehouseRegistration') },
  'redshift-serverless': { UpdateLakehouseConfiguration: lakehouse('lakehouseRegistration') },
};
