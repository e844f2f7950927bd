import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const lookUp = (...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({
    action,
    types: [],
    because: 'looks up what it recommends for, in the name of the caller',
  }));

const instances = lookUp('ec2:DescribeInstances');
const volumes = lookUp('ec2:DescribeVolumes');

const lookedUp: Readonly<Record<string, OperationRow>> = {
  AutoScalingGroup: lookUp('autoscaling:DescribeAutoScalingGroups'),
  EBSVolume: volumes,
  EC2Instance: instances,
  ECSService: lookUp('ecs:ListClusters', 'ecs:ListServices'),
  Idle: [],
  LambdaFunction: lookUp('lambda:ListFunctions', 'lambda:ListProvisionedConcurrencyConfigs'),
  License: instances,
  RDSDatabase: lookUp('rds:DescribeDBClusters', 'rds:DescribeDBInstances'),
};

const read = Object.entries(lookedUp).map(
  ([kind, row]) => [`Get${kind}Recommendations`, row] as const,
);

const exported = read.map(
  ([operation, row]) =>
    [
      operation.replace(/^Get/, 'Export'),
      [
        {
          action: `compute-optimizer:${operation}`,
          types: [],
          because: 'exports what this action reads',
        },
        ...row,
      ],
    ] as const,
);

/**
 * What else recommendations for the caller's resources need, by service id and operation.
 * Source: "API operations defined by AWS Compute Optimizer" and "… by AWS Compute Optimizer Automation"; AWS Compute
 * Optimizer User Guide, "Identity and Access Management for AWS Compute Optimizer", which says that they are required.
 */
export const recommendations: OperationRows = {
  'compute-optimizer': {
    ...Object.fromEntries([...read, ...exported]),
    GetEC2RecommendationProjectedMetrics: instances,
    GetEffectiveRecommendationPreferences: lookUp(
      'autoscaling:DescribeAutoScalingGroups',
      'autoscaling:DescribeAutoScalingInstances',
      'ec2:DescribeInstances',
    ),
    GetRDSDatabaseRecommendationProjectedMetrics: lookUp('rds:DescribeDBInstances'),
  },
  'compute-optimizer-automation': {
    ListAutomationRulePreview: volumes,
    ListRecommendedActions: volumes,
  },
};
