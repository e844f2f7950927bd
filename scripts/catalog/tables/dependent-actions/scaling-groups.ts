import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const latticeTargets = (action: string): OperationRow => [
  {
    action,
    when: ['latticeGroup(TrafficSources[].Identifier)'],
    template: '${Arn}',
    bind: { Arn: 'latticeGroup(TrafficSources[].Identifier)' },
    because: 'registers the instances of the group with the target groups in `TrafficSources[]`',
  },
];

/**
 * What Auto Scaling asks of EC2 and VPC Lattice in the caller's name, beside launching from templates.
 * Source: Amazon EC2 Auto Scaling User Guide, "Amazon EC2 Auto Scaling API permissions".
 */
export const scalingGroups: OperationRows = {
  'auto-scaling': {
    AttachTrafficSources: latticeTargets('vpc-lattice:RegisterTargets'),
    CreateLaunchConfiguration: [
      'ec2:DescribeImages',
      'ec2:DescribeInstanceAttribute',
      'ec2:DescribeInstances',
      'ec2:DescribeKeyPairs',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSpotInstanceRequests',
      'ec2:DescribeVpcClassicLink',
    ].map((action) => ({ action, types: [], because: 'looks at what the configuration names' })),
    DetachTrafficSources: latticeTargets('vpc-lattice:DeregisterTargets'),
  },
};
