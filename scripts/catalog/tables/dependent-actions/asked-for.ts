import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const bypassed = 'BypassGovernanceRetention';
const bypass: GrantRow = {
  action: 's3:BypassGovernanceRetention',
  when: [`whereTrue(${bypassed})`],
  because: 'asks to pass over the retention of governed objects',
};

const ofCluster: OperationRow = [
  {
    action: 'ecs:PutClusterCapacityProviders',
    when: ['cluster'],
    types: ['cluster'],
    because: 'changes the capacity providers of the cluster in `cluster`',
  },
];

const launchesFrom = (before: string): OperationRow => [
  {
    action: 'ec2:RunInstances',
    when: [
      'LaunchTemplate.LaunchTemplateId',
      'LaunchTemplate.LaunchTemplateName',
      'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
      'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName',
    ].map((path) => before + path),
    types: [],
    because:
      'may launch only what the caller could launch from the template, whose contents are unseen',
  },
];

const launchesFleet: OperationRow = [
  {
    action: 'ec2:RunInstances',
    types: [],
    because: 'launches its instances in the name of the caller, from contents that are unseen',
  },
];

const fleetTemplate = 'LaunchTemplateConfigs[].LaunchTemplateSpecification';

// Source: "Actions defined by Amazon EC2", Service Authorization Reference: what the specification names takes part.
const onSpot = (type: string, variable: string, member: string): GrantRow => ({
  action: 'ec2:RequestSpotInstances',
  when: [`LaunchSpecification.${member}`],
  types: [type],
  bind: { [variable]: `LaunchSpecification.${member}` },
  because: `launches with \`LaunchSpecification.${member}\``,
});

const identityCenter = (
  because: string,
  when: string | undefined,
  ...names: readonly string[]
): OperationRow =>
  names.map((name) => ({
    action: `sso:${name}`,
    ...(when !== undefined && { when: [when] }),
    because,
  }));

const directoryUser = 'isDirectoryUser(Grantee.GranteeType)';
const directoryGrantee: OperationRow = [
  ...['sso:DescribeApplication', 'sso:DescribeInstance'].map((action) => ({
    action,
    when: [directoryUser, 'isDirectoryGroup(Grantee.GranteeType)'],
    because: 'looks the grantee up in IAM Identity Center',
  })),
  {
    action: 'identitystore:DescribeUser',
    when: [directoryUser],
    because: 'looks the grantee up in IAM Identity Center',
  },
];

const ofDistribution: OperationRow = [
  {
    action: 'cloudfront:UpdateDistribution',
    when: ['CustomDomainConfig.CertificateArn'],
    types: [],
    because: 'sets up the distribution of the domain in the name of the caller',
  },
];

const application = [
  'CreateApplication',
  'PutApplicationAuthenticationMethod',
  'PutApplicationGrant',
];

/** What operations need only where their requests ask for more, by service id and operation. */
export const askedFor: OperationRows = {
  // Source: Amazon EC2 Auto Scaling User Guide, "Permissions validation for ec2:RunInstances and iam:PassRole".
  'auto-scaling': {
    CreateAutoScalingGroup: launchesFrom(''),
    StartInstanceRefresh: launchesFrom('DesiredConfiguration.'),
    UpdateAutoScalingGroup: launchesFrom(''),
  },
  // Source: AWS CloudFormation API Reference, DescribeStacks (without a name) and ListHookResults (without a target);
  // AWS CloudFormation User Guide, "Detect unmanaged configuration changes", permissions.
  cloudformation: {
    DescribeStacks: [
      {
        action: 'cloudformation:ListStacks',
        unless: ['StackName'],
        because: 'asks for all stacks',
      },
    ],
    DetectStackDrift: [
      {
        action: 'cloudformation:DetectStackResourceDrift',
        because: 'a stack is compared resource by resource',
      },
    ],
    ListHookResults: [
      {
        action: 'cloudformation:ListAllHookResults',
        unless: ['TargetId', 'TypeArn'],
        because: 'asks for the results of all hooks',
      },
    ],
  },
  // Source: "API operations defined by Amazon CloudWatch Logs".
  'cloudwatch-logs': {
    CreateLookupTable: [{ action: 'logs:GetQueryResults', when: ['queryId'], types: [] }],
    UpdateLookupTable: [{ action: 'logs:GetQueryResults', when: ['queryId'], types: [] }],
  },
  // Source: "API operations defined by Amazon Cognito Identity" and "… by Amazon Cognito User Pools": an update replaces
  // the tags.
  'cognito-identity': {
    UpdateIdentityPool: [
      {
        action: 'cognito-identity:TagResource',
        when: ['IdentityPoolTags{}'],
        because: 'tags the identity pool',
      },
    ],
  },
  'cognito-identity-provider': {
    UpdateUserPool: [
      {
        action: 'cognito-idp:TagResource',
        when: ['UserPoolTags{}'],
        types: ['userpool'],
        because: 'tags the user pool',
      },
    ],
    // Source: Amazon Cognito Developer Guide, "Using your own domain for managed login", prerequisites. The distribution
    // is Cognito's own.
    CreateUserPoolDomain: ofDistribution,
    UpdateUserPoolDomain: ofDistribution,
  },
  // Source: "API operations defined by AWS Config".
  'config-service': {
    PutThirdPartyServiceLinkedConfigurationRecorder: [
      { action: 'config:GetConnector', because: 'reads the connector that it records through' },
    ],
  },
  // Source: Amazon EC2 User Guide, "Spot Fleet permissions" and "EC2 Fleet prerequisites"; the error that a caller
  // without it gets from CreateFleet names it: https://github.com/aws/karpenter-provider-aws/issues/1488.
  ec2: {
    CreateFleet: [
      ...launchesFleet,
      {
        action: 'ec2:CreateFleet',
        when: [`${fleetTemplate}.LaunchTemplateId`, `${fleetTemplate}.LaunchTemplateName`],
        types: ['launch-template'],
        bind: { LaunchTemplateId: `${fleetTemplate}.LaunchTemplateId` },
        because: 'launches from the template that it names',
      },
    ],
    RequestSpotFleet: launchesFleet,
    RequestSpotInstances: [
      onSpot('image', 'ImageId', 'ImageId'),
      onSpot('key-pair', 'KeyPairName', 'KeyName'),
      onSpot('security-group', 'SecurityGroupId', 'SecurityGroupIds[]'),
      onSpot('subnet', 'SubnetId', 'SubnetId'),
    ],
  },
  // Source: "API operations defined by Amazon Elastic Container Service".
  ecs: {
    CreateCapacityProvider: ofCluster,
    CreateExpressGatewayService: [
      {
        action: 'ecs:RegisterTaskDefinition',
        unless: ['taskDefinitionArn'],
        types: ['task-definition'],
        because: 'makes the task definition of the service in the name of the caller',
      },
    ],
    DeleteCapacityProvider: ofCluster,
    UpdateCapacityProvider: ofCluster,
  },
  // Source: Amazon EKS User Guide, "Create access entries", and "API operations defined by Amazon Elastic Kubernetes
  // Service": the role of nodes is handed over.
  eks: {
    CreateAccessEntry: [
      {
        action: 'iam:PassRole',
        when: ['nodeRole(principalArn, type)'],
        types: ['role'],
        bind: { RoleNameWithPath: 'nodeRole(principalArn, type)' },
        conditions: { StringEquals: { 'iam:PassedToService': ['ec2.${DnsSuffix}'] } },
        because: 'hands the role of nodes in `principalArn` to ec2.amazonaws.com',
      },
    ],
  },
  // Source: "API operations defined by Amazon EMR Serverless".
  'emr-serverless': {
    GetDashboardForJobRun: [
      {
        action: 'emr-serverless:AccessSystemProfileLogs',
        when: ['whereTrue(accessSystemProfileLogs)'],
        types: ['jobRun'],
        because: 'asks to see the logs of the system profile',
      },
    ],
  },
  // Source: "API operations defined by AWS Glue": a usage profile limits what its user may start.
  glue: Object.fromEntries(
    ['CreateJob', 'CreateSession', 'StartJobRun', 'UpdateJob'].map((operation) => [
      operation,
      [
        {
          action: 'glue:GetUsageProfile',
          hidden: true,
          because: 'reads the usage profile of the caller, where there is one',
        },
      ],
    ]),
  ),
  // Source: "API operations defined by AWS Lambda".
  lambda: {
    DeleteResourcePolicy: [{ action: 'lambda:RemovePermission' }],
    GetFunction: [
      {
        action: 'lambda:ListTags',
        hidden: true,
        because: 'the answer has the tags only for who may list them',
      },
    ],
    GetResourcePolicy: [{ action: 'lambda:GetPolicy' }],
    PutResourcePolicy: [{ action: 'lambda:AddPermission' }, { action: 'lambda:RemovePermission' }],
  },
  // Source: "API operations defined by Amazon EventBridge Scheduler"; API Reference, DeleteScheduleGroup.
  scheduler: {
    DeleteScheduleGroup: [
      {
        action: 'scheduler:DeleteSchedule',
        template: 'arn:${Partition}:scheduler:${Region}:${Account}:schedule/${GroupName}/*',
        bind: { GroupName: 'Name' },
        because: 'deletes the schedules of the group too',
      },
    ],
  },
  // Source: Amazon S3 User Guide, "Managing Object Lock", bypassing governance mode.
  s3: {
    DeleteObject: [bypass],
    DeleteObjects: ['[!VersionId]', '[VersionId]'].map((items) => ({
      ...bypass,
      when: [`whereOn(Delete.Objects${items}.Key, ${bypassed})`],
      bind: { ObjectName: `Delete.Objects${items}.Key` },
    })),
    PutObjectRetention: [bypass],
  },
  // Source: Amazon S3 API Reference, permissions of the operations on S3 Access Grants with IAM Identity Center.
  's3-control': {
    CreateAccessGrant: directoryGrantee,
    AssociateAccessGrantsIdentityCenter: identityCenter(
      'makes an application in IAM Identity Center',
      undefined,
      ...application,
    ),
    CreateAccessGrantsInstance: identityCenter(
      'makes an application in IAM Identity Center',
      'IdentityCenterArn',
      'DescribeInstance',
      ...application,
    ),
    DissociateAccessGrantsIdentityCenter: identityCenter(
      'removes the application in IAM Identity Center',
      undefined,
      'DeleteApplication',
    ),
  },
  // Source: AWS Systems Manager User Guide, "Using the Default Host Management Configuration setting".
  ssm: {
    UpdateServiceSetting: [
      {
        action: 'iam:PassRole',
        when: ['instanceRole(SettingValue, SettingId)'],
        types: ['role'],
        bind: { RoleNameWithPath: 'instanceRole(SettingValue, SettingId)' },
        conditions: { StringEquals: { 'iam:PassedToService': ['ssm.${DnsSuffix}'] } },
        because: 'hands the role in `SettingValue` to ssm.amazonaws.com',
      },
    ],
  },
};
