import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const ofTemplate: OperationRow = [
  {
    action: 'ecr:CreateRepository',
    types: ['repository'],
    because: 'repositories are made from the template in the name of who made it',
  },
  {
    action: 'ecr:PutLifecyclePolicy',
    when: ['lifecyclePolicy'],
    types: ['repository'],
    because: 'gives the repositories of the template a lifecycle policy',
  },
  {
    action: 'ecr:SetRepositoryPolicy',
    when: ['repositoryPolicy'],
    types: ['repository'],
    because: 'gives the repositories of the template a policy',
  },
];

const refreshed = (dashboard: GrantRow['bind']): OperationRow => [
  {
    action: 'cloudtrail:StartDashboardRefresh',
    when: ['RefreshSchedule.Status'],
    types: ['dashboard'],
    ...(dashboard && { bind: dashboard }),
    because: 'refreshes the dashboard on a schedule',
  },
  {
    action: 'cloudtrail:StartQuery',
    when: ['RefreshSchedule.Status'],
    types: ['eventdatastore'],
    because: 'runs the queries of the dashboard on a schedule',
  },
];

const scale: OperationRow = [
  'DeleteScalingPolicy',
  'DeleteScheduledAction',
  'DeregisterScalableTarget',
  'DescribeScalableTargets',
  'DescribeScalingActivities',
  'DescribeScalingPolicies',
  'DescribeScheduledActions',
  'PutScalingPolicy',
  'PutScheduledAction',
  'RegisterScalableTarget',
].map((name) => ({
  action: `application-autoscaling:${name}`,
  types: [],
  because: 'sets how the replicas scale',
}));

/** What operations need that let a service act later, or call other operations, by service id and operation. */
export const templatesAndSchedules: OperationRows = {
  // Source: "API operations defined by AWS CloudTrail".
  cloudtrail: {
    CreateDashboard: refreshed({ DashboardName: 'Name' }),
    StartDashboardRefresh: [
      {
        action: 'cloudtrail:StartQuery',
        types: ['eventdatastore'],
        because: 'runs the queries of the dashboard',
      },
    ],
    UpdateDashboard: refreshed(undefined),
  },
  // Source: "API operations defined by AWS Deadline Cloud".
  deadline: {
    CreateJob: [
      {
        action: 'deadline:GetJobTemplate',
        when: ['sourceJobId'],
        types: ['job'],
        bind: { FarmId: 'farmId', JobId: 'sourceJobId', QueueId: 'queueId' },
        because: 'takes the template of the job in `sourceJobId`',
      },
    ],
  },
  // Source: Amazon DynamoDB Developer Guide, "DynamoDB global tables security".
  dynamodb: { UpdateTableReplicaAutoScaling: scale },
  // Source: "API operations defined by Amazon Elastic Container Registry".
  ecr: {
    CreateRepositoryCreationTemplate: ofTemplate,
    UpdateRepositoryCreationTemplate: ofTemplate,
  },
  // Source: "API operations defined by Amazon EMR on EKS (EMR Containers)".
  'emr-containers': {
    StartJobRun: [
      {
        action: 'emr-containers:DescribeJobTemplate',
        when: ['jobTemplateId'],
        types: ['jobTemplate'],
        bind: { JobTemplateId: 'jobTemplateId' },
        because: 'reads the template in `jobTemplateId`',
      },
    ],
  },
  // Source: "API operations defined by AWS Step Functions".
  sfn: {
    TestState: [
      {
        action: 'states:RevealSecrets',
        when: ['whereTrue(revealSecrets)'],
        because: 'asks to see secrets in clear',
      },
    ],
  },
};
