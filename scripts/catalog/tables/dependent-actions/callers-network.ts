import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const because = 'looks up the network that the request names';

const lookUp = (when: string | undefined, ...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `ec2:Describe${name}`,
    ...(when !== undefined && { when: [when] }),
    types: [],
    because,
  }));

// Any VPC: the request names its subnets alone.
const groupsOfVpc: GrantRow = {
  action: 'ec2:GetSecurityGroupsForVpc',
  when: ['SecurityGroupIds[]'],
  types: ['vpc'],
  because: 'checks the security groups in `SecurityGroupIds[]`',
};

const workspace: OperationRow = [
  ...lookUp('vpcConfiguration.subnetIds[]', 'SecurityGroups', 'Subnets'),
  {
    action: 'ec2:GetManagedPrefixListEntries',
    when: ['networkAccessControl.prefixListIds[]'],
    types: ['prefix-list'],
    bind: { PrefixListId: 'networkAccessControl.prefixListIds[]' },
    because: 'reads the prefix lists in `networkAccessControl.prefixListIds[]`',
  },
];

const endpointOfCache: OperationRow = [
  {
    action: 'ec2:CreateVpcEndpoint',
    types: ['vpc-endpoint'],
    conditions: {
      StringLike: { 'ec2:VpceServiceName': ['*com.amazonaws.elasticache.serverless.*'] },
    },
    because: 'makes the endpoint of the cache',
  },
  {
    action: 'ec2:CreateVpcEndpoint',
    types: ['security-group', 'subnet', 'vpc'],
    bind: { SecurityGroupId: 'SecurityGroupIds[]', SubnetId: 'SubnetIds[]' },
    because: 'makes the endpoint of the cache',
  },
  {
    action: 'ec2:CreateTags',
    types: ['vpc-endpoint'],
    conditions: { StringEquals: { 'ec2:CreateAction': ['CreateVpcEndpoint'] } },
    because: 'tags the endpoint of the cache as one of ElastiCache',
  },
  ...lookUp(undefined, 'SecurityGroups', 'Subnets', 'Vpcs'),
];

/**
 * What else operations need to look at, or to make, in a network of the caller.
 * Source: the column "Dependent actions" of each service's page in the Service Authorization Reference; for ElastiCache
 * managed policy AmazonElastiCacheFullAccess too, for FSx AmazonFSxFullAccess, for VPC Lattice VPCLatticeFullAccess.
 */
export const callersNetwork: OperationRows = {
  elasticache: {
    CreateServerlessCache: endpointOfCache,
    ModifyServerlessCache: lookUp('SecurityGroupIds[]', 'SecurityGroups'),
  },
  fsx: {
    CreateFileCache: [...lookUp(undefined, 'SecurityGroups', 'Subnets', 'Vpcs'), groupsOfVpc],
    CreateFileSystem: [groupsOfVpc],
    CreateFileSystemFromBackup: [groupsOfVpc],
  },
  grafana: { CreateWorkspace: workspace, UpdateWorkspace: workspace },
  'storage-gateway': {
    AssociateFileSystem: [
      'ds:DescribeDirectories',
      'ec2:DescribeNetworkInterfaces',
      'fsx:DescribeFileSystems',
    ].map((action) => ({ action, types: [], because: 'looks up the file system and its network' })),
  },
  'vpc-lattice': {
    CreateResourceGateway: [
      ...lookUp('securityGroupIds[]', 'SecurityGroups'),
      ...lookUp(undefined, 'Subnets', 'Vpcs'),
    ],
    CreateServiceNetworkVpcAssociation: lookUp(undefined, 'Vpcs'),
    UpdateServiceNetworkVpcAssociation: lookUp(undefined, 'SecurityGroups', 'Vpcs'),
  },
};
