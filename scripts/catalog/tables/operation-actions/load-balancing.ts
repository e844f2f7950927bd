import type { GrantRow, OperationRow } from './row.ts';

// Both generations of load balancers share one IAM prefix, whose actions know the ARNs of the older one only.
// Source: "Resource types defined by AWS Elastic Load Balancing V2", Service Authorization Reference.
const arn = 'arn:${Partition}:elasticloadbalancing:${Region}:${Account}:';

const loadBalancer = {
  template: `${arn}loadbalancer/\${Kind}/\${LoadBalancerName}/\${LoadBalancerId}`,
  bind: { Kind: 'loadBalancerKind(Type?)', LoadBalancerName: 'Name' },
};
const targetGroup = {
  template: `${arn}targetgroup/\${TargetGroupName}/\${TargetGroupId}`,
  bind: { TargetGroupName: 'Name' },
};
const trustStore = {
  template: `${arn}truststore/\${TrustStoreName}/\${TrustStoreId}`,
  bind: { TrustStoreName: 'Name' },
};
const listener = {
  template: `${arn}listener/\${LoadBalancer}/\${ListenerId}`,
  bind: { LoadBalancer: 'loadBalancerPath(LoadBalancerArn)' },
};
const rule = {
  template: `${arn}listener-rule/\${Listener}/\${ListenerRuleId}`,
  bind: { Listener: 'listenerPath(ListenerArn)' },
};

/**
 * Source: Elastic Load Balancing User Guide, "Grant permission to tag resources during creation": the key is always
 * there when a creation sets tags.
 */
const tags = (operation: string, created: Pick<GrantRow, 'template' | 'bind'>): GrantRow => ({
  action: 'elasticloadbalancing:AddTags',
  when: ['Tags[].Key'],
  ...created,
  conditions: { StringEquals: { 'elasticloadbalancing:CreateAction': [operation] } },
  offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['{Tags[].Key}'] } },
  because: `tags what ${operation} creates`,
});

const onArn = (action: string, parameter: string): GrantRow => ({
  action,
  template: '${Arn}',
  bind: { Arn: parameter },
});

/** Operations of load balancers of the second generation, by service id and operation. */
export const loadBalancingOperations: Readonly<
  Record<string, Readonly<Record<string, OperationRow>>>
> = {
  'elastic-load-balancing-v2': {
    CreateListener: [
      onArn('elasticloadbalancing:CreateListener', 'LoadBalancerArn'),
      tags('CreateListener', listener),
    ],
    CreateLoadBalancer: [
      { action: 'elasticloadbalancing:CreateLoadBalancer', ...loadBalancer },
      tags('CreateLoadBalancer', loadBalancer),
    ],
    CreateRule: [onArn('elasticloadbalancing:CreateRule', 'ListenerArn'), tags('CreateRule', rule)],
    CreateTargetGroup: [
      { action: 'elasticloadbalancing:CreateTargetGroup', ...targetGroup },
      tags('CreateTargetGroup', targetGroup),
    ],
    CreateTrustStore: [
      { action: 'elasticloadbalancing:CreateTrustStore', ...trustStore },
      tags('CreateTrustStore', trustStore),
    ],
  },
};
