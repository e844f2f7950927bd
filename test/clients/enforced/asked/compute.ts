import {
  type Asked,
  type AskRules,
  arn,
  type JudgedRequest,
  own,
  passed,
  text,
  texts,
  whereGiven,
} from '../judged-request.ts';

/**
 * EC2, balancing, scaling, containers, functions and their APIs, after the Service Authorization Reference. What a
 * request makes has no id yet: AWS asks for `instance/*`, with the asterisk in it.
 */
export const computeRules: AskRules = {
  'ec2:DescribeImages': (request) => own(request, '*'),
  'ec2:DescribeInstances': (request) => own(request, '*'),
  'ec2:CreateVpc': (request) => making(request, 'vpc', 'vpc/*'),
  'ec2:ModifyVpcAttribute': (request) => own(request, named(request, 'VpcId')),
  'ec2:CreateSubnet': (request) => making(request, 'subnet', 'subnet/*', 'VpcId'),
  'ec2:CreateInternetGateway': (request) =>
    making(request, 'internet-gateway', 'internet-gateway/*'),
  'ec2:AttachInternetGateway': (request) =>
    own(request, named(request, 'VpcId'), named(request, 'InternetGatewayId')),
  'ec2:CreateSecurityGroup': (request) =>
    making(request, 'security-group', 'security-group/*', 'VpcId'),
  'ec2:AuthorizeSecurityGroupIngress': (request) => own(request, named(request, 'GroupId')),
  'ec2:RunInstances': (request) => [
    ...making(request, 'instance', 'instance/*', 'ImageId', 'SubnetId', 'SecurityGroupIds[]'),
    ...own(request, ec2(request, 'network-interface/*'), ec2(request, 'volume/*')),
  ],
  'ec2:TerminateInstances': (request) => own(request, named(request, 'InstanceIds[]')),
  'ec2:CreateTags': (request) =>
    own(request, ...texts(request, 'Resources[]').map((id) => byId(request, id))),
  'ec2:CreateLaunchTemplate': (request) => making(request, 'launch-template', 'launch-template/*'),
  'elasticloadbalancing:CreateLoadBalancer': (request) =>
    own(
      request,
      arn(request, 'elasticloadbalancing', `loadbalancer/app/${text(request, 'Name')}/*`),
    ),
  'elasticloadbalancing:CreateTargetGroup': (request) =>
    own(request, arn(request, 'elasticloadbalancing', `targetgroup/${text(request, 'Name')}/*`)),
  'elasticloadbalancing:CreateListener': (request) =>
    own(request, text(request, 'LoadBalancerArn')),
  // The caller of a group with a launch template must be allowed to start what the template says.
  'autoscaling:CreateAutoScalingGroup': (request) => [
    ...own(request, scalingGroup(request)),
    ...[
      byId(request, text(request, 'LaunchTemplate.LaunchTemplateId')),
      ec2(request, 'instance/*'),
    ].map((resource) => ({ action: 'ec2:RunInstances', resource })),
  ],
  'autoscaling:PutScalingPolicy': (request) => own(request, scalingGroup(request)),
  'ecr:GetAuthorizationToken': (request) => own(request, '*'),
  'ecr:*': (request) =>
    own(request, arn(request, 'ecr', `repository/${text(request, 'repositoryName')}`)),
  'ecs:CreateCluster': (request) =>
    own(request, arn(request, 'ecs', `cluster/${text(request, 'clusterName')}`)),
  'ecs:RegisterTaskDefinition': (request) => [
    ...own(request, arn(request, 'ecs', `task-definition/${text(request, 'family')}:1`)),
    ...passed(request, 'taskRoleArn', 'ecs-tasks'),
    ...passed(request, 'executionRoleArn', 'ecs-tasks'),
  ],
  'ecs:CreateService': (request) => service(request, 'serviceName'),
  'ecs:UpdateService': (request) => service(request, 'service'),
  'ecs:DescribeServices': (request) => service(request, 'services[]'),
  'lambda:CreateFunction': (request) => [
    ...own(request, lambda(request)),
    ...whereGiven(request, 'Tags', 'lambda:TagResource', lambda(request)),
    ...passed(request, 'Role', 'lambda'),
  ],
  // API Gateway's actions are the methods of HTTP, its resources the paths.
  'apigateway:CreateApi': ({ region }) => [
    { action: 'apigateway:POST', resource: `arn:aws:apigateway:${region}::/apis` },
  ],
};

const typesOfIds: Readonly<Record<string, string>> = {
  ami: 'image',
  i: 'instance',
  igw: 'internet-gateway',
  lt: 'launch-template',
  sg: 'security-group',
  subnet: 'subnet',
  vpc: 'vpc',
};

/** The operation on what it makes and on what it names, and its tags. */
function making(request: JudgedRequest, type: string, made: string, ...paths: string[]): Asked[] {
  const tagged = texts(request, 'TagSpecifications[].ResourceType').includes(type);
  const context = { 'ec2:createaction': [request.action.replace('ec2:', '')] };
  const tagging = { action: 'ec2:CreateTags', resource: ec2(request, made), context };
  return [
    ...own(request, ec2(request, made), ...paths.map((path) => named(request, path))),
    ...(tagged ? [tagging] : []),
  ];
}

function named(request: JudgedRequest, path: string): string {
  return byId(request, text(request, path));
}

function byId(request: JudgedRequest, id: string): string {
  const type = typesOfIds[id.split('-')[0] ?? ''] ?? '';
  if (type === 'image') return `arn:aws:ec2:${request.region}::image/${id}`;
  return ec2(request, `${type}/${id}`);
}

function ec2(request: JudgedRequest, resource: string): string {
  return arn(request, 'ec2', resource);
}

function scalingGroup(request: JudgedRequest): string {
  const name = `autoScalingGroupName/${text(request, 'AutoScalingGroupName')}`;
  return arn(request, 'autoscaling', `autoScalingGroup:*:${name}`);
}

function service(request: JudgedRequest, path: string): Asked[] {
  const name = `service/${text(request, 'cluster')}/${text(request, path)}`;
  return own(request, arn(request, 'ecs', name));
}

function lambda(request: JudgedRequest): string {
  return arn(request, 'lambda', `function:${text(request, 'FunctionName')}`);
}
