import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const clusterLater = (name: string): GrantRow => ({
  action: `redshift:${name}`,
  when: [`TargetAction.${name}.ClusterIdentifier`],
  types: ['cluster'],
  bind: { ClusterName: `TargetAction.${name}.ClusterIdentifier` },
  because: `plans a ${name}`,
});
const scheduled: OperationRow = ['PauseCluster', 'ResizeCluster', 'ResumeCluster'].map(
  clusterLater,
);

const snapshotLater: OperationRow = [
  {
    action: 'redshift-serverless:CreateSnapshot',
    when: ['targetAction.createSnapshot.namespaceName'],
    because: 'plans a CreateSnapshot',
  },
];

const hubModel = (container: string): OperationRow => {
  const content = `${container}.ModelDataSource.S3DataSource.HubAccessConfig.HubContentArn`;
  return [content, `hubOfContent(${content})`].map((arn) => ({
    action: 'sagemaker:DeployHubModel',
    when: [arn],
    template: '${Arn}',
    bind: { Arn: arn },
    because: `takes the model in \`${content}\``,
  }));
};

const verification = (action: string, channel: string): GrantRow => ({
  action: `sms-voice:${action}`,
  when: [`${channel}(VerificationChannel)`],
  because: 'sends the code by the channel in `VerificationChannel`',
});

const retagged = (type: string): OperationRow => [
  {
    action: 'sagemaker:AddTags',
    when: ['Tags[].Key'],
    types: [type],
    because: 'sets the tags in `Tags[]`',
  },
];

const deploymentOf = (
  action: string,
  parameter: string,
  bind: GrantRow['bind'],
  rest: Pick<GrantRow, 'unless'> = {},
): GrantRow => ({
  action: `proton:${action}`,
  when: [parameter],
  ...rest,
  ...(bind && { bind }),
  because: `is about a deployment of what \`${parameter}\` names`,
});

/**
 * What operations need for a part of their request that is an operation of its own.
 * Source: the table "API operations" of the service's page in the Service Authorization Reference, but where a line says
 * another.
 */
export const partsOfRequests: OperationRows = {
  pi: {
    ListPerformanceAnalysisReports: [
      {
        action: 'pi:ListTagsForResource',
        when: ['whereTrue(ListTags)'],
        types: ['perf-reports-resource'],
        because: 'asks for the tags of the reports',
      },
    ],
  },
  'pinpoint-sms-voice-v2': {
    RequestPhoneNumber: [
      {
        action: 'sms-voice:AssociateOriginationIdentity',
        when: ['PoolId'],
        types: ['Pool'],
        bind: { PoolId: 'PoolId' },
        because: 'puts the number into the pool in `PoolId`',
      },
    ],
    SendDestinationNumberVerificationCode: [
      verification('SendTextMessage', 'isTextChannel'),
      verification('SendVoiceMessage', 'isVoiceChannel'),
    ],
  },
  proton: {
    GetDeployment: [
      deploymentOf('GetComponent', 'componentName', { Id: 'componentName' }),
      deploymentOf('GetEnvironment', 'environmentName', { Name: 'environmentName' }),
      deploymentOf(
        'GetService',
        'serviceName',
        { Name: 'serviceName' },
        { unless: ['serviceInstanceName'] },
      ),
      deploymentOf('GetServiceInstance', 'serviceInstanceName', {
        ServiceName: 'serviceName',
        Name: 'serviceInstanceName',
      }),
    ],
  },
  rbin: {
    CreateRule: [
      {
        action: 'rbin:LockRule',
        when: ['LockConfiguration.UnlockDelay.UnlockDelayValue'],
        because: 'locks the rule',
      },
    ],
  },
  // Source also: Amazon Redshift API Reference, GetClusterCredentials.
  redshift: {
    CreateScheduledAction: scheduled,
    GetClusterCredentials: [
      {
        action: 'redshift:CreateClusterUser',
        when: ['whereTrue(AutoCreate)'],
        types: ['dbuser'],
        bind: { ClusterName: 'ClusterIdentifier', DbUser: 'DbUser' },
        because: 'makes the database user if there is none',
      },
      {
        action: 'redshift:JoinGroup',
        when: ['DbGroups[]'],
        types: ['dbgroup'],
        bind: { ClusterName: 'ClusterIdentifier', DbGroup: 'DbGroups[]' },
        because: 'puts the database user into the groups in `DbGroups[]`',
      },
    ],
    ModifyScheduledAction: scheduled,
  },
  'redshift-serverless': {
    CreateScheduledAction: snapshotLater,
    UpdateScheduledAction: snapshotLater,
  },
  // Source also: Amazon Rekognition API Reference, CreateDataset.
  rekognition: {
    CreateDataset: [
      {
        action: 'rekognition:ListDatasetEntries',
        when: ['DatasetSource.DatasetArn'],
        template: '${Arn}',
        bind: { Arn: 'DatasetSource.DatasetArn' },
        because: 'copies the dataset in `DatasetSource.DatasetArn`',
      },
    ],
  },
  // Source also: Amazon Route 53 API Reference, RegisterDomain: the domain gets a hosted zone.
  'route-53-domains': {
    RegisterDomain: [
      { action: 'route53:CreateHostedZone', because: 'makes the hosted zone of the domain' },
    ],
  },
  sagemaker: {
    CreateModel: [...hubModel('PrimaryContainer'), ...hubModel('Containers[]')],
    UpdatePartnerApp: retagged('partner-app'),
    UpdateProject: retagged('project'),
  },
};
