import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const looksUp = (...kinds: readonly string[]): OperationRow =>
  kinds.map((kind) => ({
    action: `ec2:Describe${kind}`,
    types: [],
    because: 'looks up the network in the name of the caller',
  }));

const onInterfaces = (because: string, ...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({
    action: `ec2:${action}`,
    types: ['network-interface'],
    bind: {},
    because,
  }));

const makes: OperationRow = [
  {
    action: 'ec2:CreateNetworkInterface',
    types: ['network-interface', 'security-group', 'subnet'],
    bind: { SecurityGroupId: 'SecurityGroupIds[]', SubnetId: 'IpAddresses[].SubnetId' },
    because: 'makes the network interfaces of the endpoint, in the name of the caller',
  },
];
const deletes = onInterfaces(
  'deletes the network interfaces of the endpoint, in the name of the caller',
  'DeleteNetworkInterface',
);

/**
 * What operations of Route 53 need in the VPCs that they name, by service id and operation.
 * Source: column "Dependent actions" of each service's page in the Service Authorization Reference.
 */
export const networkOfNames: OperationRows = {
  'route-53': {
    AssociateVPCWithHostedZone: looksUp('Vpcs'),
    DisassociateVPCFromHostedZone: looksUp('Vpcs'),
    ListHostedZonesByVPC: looksUp('Vpcs'),
  },
  route53resolver: {
    AssociateFirewallRuleGroup: looksUp('Vpcs'),
    AssociateResolverEndpointIpAddress: [
      {
        action: 'ec2:CreateNetworkInterface',
        types: ['network-interface', 'security-group', 'subnet'],
        bind: { SubnetId: 'IpAddress.SubnetId' },
        because: 'makes a network interface of the endpoint, in the name of the caller',
      },
      ...looksUp('NetworkInterfaces', 'Subnets'),
    ],
    AssociateResolverQueryLogConfig: looksUp('Vpcs'),
    AssociateResolverRule: looksUp('Vpcs'),
    CreateResolverEndpoint: [
      ...makes,
      ...looksUp('NetworkInterfaces', 'SecurityGroups', 'Subnets', 'Vpcs'),
    ],
    DeleteResolverEndpoint: [...deletes, ...looksUp('NetworkInterfaces')],
    DisassociateResolverEndpointIpAddress: [...deletes, ...looksUp('NetworkInterfaces')],
    UpdateFirewallConfig: looksUp('Vpcs'),
    UpdateResolverConfig: looksUp('Vpcs'),
  },
};
