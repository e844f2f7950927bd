import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from './row.ts';

/** What takes part in an operation: checked where the request names it, under another name than its type's. */
interface Part {
  readonly type: string;
  readonly variable: string;
  readonly parameter: string;
}

const partRow = (action: string, { type, variable, parameter }: Part): GrantRow => ({
  action,
  when: [parameter],
  types: [type],
  bind: { [variable]: parameter },
});

const withParts = (operation: string, ...parts: readonly Part[]): OperationRow => [
  { action: `ec2:${operation}` },
  ...parts.map((part) => partRow(`ec2:${operation}`, part)),
];

const both = (type: string, variable: string, name: string): readonly Part[] =>
  ['Add', 'Remove'].map((change) => ({ type, variable, parameter: `${change}${name}[]` }));

// The source is in its own Region, and in no account.
const copy = (operation: string, type: string, id: string): OperationRow => [
  { action: `ec2:${operation}` },
  {
    action: `ec2:${operation}`,
    when: [id],
    template: `arn:\${Partition}:ec2:\${SourceRegion}::${type}/\${Source}`,
    bind: { Source: id },
    because: `reads the ${type} in \`${id}\``,
  },
];

const subnets = both('subnet', 'SubnetId', 'SubnetIds');

/**
 * Operations of EC2 that are checked on more resources than their parameters are called after.
 * Source: "Actions defined by Amazon EC2", Service Authorization Reference; for copies Amazon EC2 User Guide, "Grant
 * permissions to copy Amazon EC2 AMIs".
 */
export const takingPartOperations: OperationRows = {
  ec2: {
    AssociateAddress: [
      { action: 'ec2:AssociateAddress' },
      {
        action: 'ec2:AssociateAddress',
        when: ['PublicIp'],
        types: ['elastic-ip'],
        bind: {},
        because: 'takes an address that is named by itself, not by its allocation',
      },
    ],
    AssociateRouteTable: [
      { action: 'ec2:AssociateRouteTable' },
      {
        action: 'ec2:AssociateRouteTable',
        when: ['ec2Regional(GatewayId)'],
        template: 'arn:${Partition}:ec2:${Region}:${Account}:${Resource}',
        bind: { Resource: 'ec2Regional(GatewayId)' },
      },
    ],
    CopyImage: copy('CopyImage', 'image', 'SourceImageId'),
    CopySnapshot: copy('CopySnapshot', 'snapshot', 'SourceSnapshotId'),
    ModifyInstancePlacement: withParts('ModifyInstancePlacement', {
      type: 'placement-group',
      variable: 'PlacementGroupName',
      parameter: 'GroupName',
    }),
    ModifyTransitGatewayVpcAttachment: withParts('ModifyTransitGatewayVpcAttachment', ...subnets),
    ModifyVpcEndpoint: withParts(
      'ModifyVpcEndpoint',
      ...both('route-table', 'RouteTableId', 'RouteTableIds'),
      ...both('security-group', 'SecurityGroupId', 'SecurityGroupIds'),
      ...subnets,
    ),
    RegisterImage: withParts('RegisterImage', {
      type: 'snapshot',
      variable: 'SnapshotId',
      parameter: 'BlockDeviceMappings[].Ebs.SnapshotId',
    }),
  },
};
