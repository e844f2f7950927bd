import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const inEc2 = (
  because: string,
  when: readonly string[] | undefined,
  ...actions: readonly string[]
): OperationRow =>
  actions.map((action) => ({
    action: `ec2:${action}`,
    ...(when !== undefined && { when }),
    types: [],
    because,
  }));

const makes = 'makes the network interfaces of the endpoint, in the name of the caller';
const takesAddresses = 'takes addresses out of the pool in `CustomerOwnedIpv4Pool`';
const ofPool = ['CustomerOwnedIpv4Pool'];

/**
 * What endpoints of S3 on Outposts take in EC2, by service id and operation.
 * Source: Amazon S3 on Outposts User Guide, "Setting up IAM with S3 on Outposts", permissions for endpoints.
 */
export const outpostsEndpoints: OperationRows = {
  s3outposts: {
    CreateEndpoint: [
      {
        action: 'ec2:CreateNetworkInterface',
        types: ['network-interface', 'security-group', 'subnet'],
        bind: { SecurityGroupId: 'SecurityGroupId', SubnetId: 'SubnetId' },
        because: makes,
      },
      { action: 'ec2:CreateTags', types: ['network-interface'], bind: {}, because: makes },
      ...inEc2(
        'looks up the network of the endpoint',
        undefined,
        'DescribeNetworkInterfaces',
        'DescribeSecurityGroups',
        'DescribeSubnets',
        'DescribeVpcs',
      ),
      ...inEc2(
        takesAddresses,
        ofPool,
        'DescribeAddresses',
        'DescribeCoipPools',
        'DescribeLocalGatewayRouteTableVpcAssociations',
        'GetCoipPoolUsage',
      ),
      ...['AllocateAddress', 'AssociateAddress'].map((action) => ({
        action: `ec2:${action}`,
        when: ofPool,
        bind: {},
        because: takesAddresses,
      })),
    ],
    DeleteEndpoint: [
      {
        action: 'ec2:DeleteNetworkInterface',
        types: ['network-interface'],
        bind: {},
        because: 'deletes the network interfaces of the endpoint, in the name of the caller',
      },
      ...inEc2('looks up the network interfaces', undefined, 'DescribeNetworkInterfaces'),
    ],
  },
};
