import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const groupOfCluster: OperationRow = [
  ...[
    'AuthorizeSecurityGroupEgress',
    'AuthorizeSecurityGroupIngress',
    'RevokeSecurityGroupEgress',
  ].map((name) => ({
    action: `ec2:${name}`,
    types: ['security-group'],
    bind: {},
    because: 'sets the rules of the security group of the cluster',
  })),
  {
    action: 'ec2:CreateSecurityGroup',
    types: ['security-group', 'vpc'],
    bind: {},
    because: 'makes the security group of the cluster',
  },
  ...['SecurityGroups', 'Subnets'].map((name) => ({
    action: `ec2:Describe${name}`,
    types: [],
    because: 'looks up the network of the cluster',
  })),
];

const interfaceDeleted: OperationRow = [
  {
    action: 'ec2:DeleteNetworkInterface',
    types: ['network-interface'],
    bind: {},
    because: 'deletes the network interface of the HSM',
  },
];

const hsms: Readonly<Record<string, OperationRow>> = {
  CreateHsm: [
    ...groupOfCluster,
    {
      action: 'ec2:CreateNetworkInterface',
      types: ['network-interface', 'security-group', 'subnet'],
      bind: {},
      because: 'makes the network interface of the HSM',
    },
    ...interfaceDeleted,
    {
      action: 'ec2:DescribeNetworkInterfaces',
      types: [],
      because: 'looks up the network of the cluster',
    },
  ],
  DeleteHsm: interfaceDeleted,
};

/**
 * What else AWS CloudHSM does in the caller's network, in the name of the caller: its service-linked role may only log.
 * Source: "API operations defined by AWS CloudHSM", Service Authorization Reference, and AWS CloudHSM User Guide,
 * "Customer managed policies for AWS CloudHSM".
 */
export const hsmClusters: OperationRows = {
  'cloudhsm-v2': { CreateCluster: groupOfCluster, ...hsms },
};
