import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, type OperationRow, one } from './row.ts';

// A batch of Deadline Cloud is checked as the single calls.
const deadlineJob = (action: string, list: string): OperationRow => [
  {
    action: `deadline:${action}`,
    bind: {
      FarmId: `${list}[].farmId`,
      QueueId: `${list}[].queueId`,
      JobId: `${list}[].jobId`,
    },
  },
];

// Each vehicle is checked with the manifests that it names.
const vehicles = (action: string): OperationRow => [
  { action, types: ['vehicle'], bind: { VehicleId: 'vehicles[].vehicleName' } },
  ...['decoderManifestArn', 'modelManifestArn'].map((member) => ({
    action,
    when: [`vehicles[].${member}`],
    template: '${Arn}',
    bind: { Arn: `vehicles[].${member}` },
  })),
];

const describeUser: GrantRow = {
  action: 'connect:DescribeUser',
  when: ['performedBy.userArn'],
  template: '${Arn}',
  bind: { Arn: 'performedBy.userArn' },
};

// Members are found by tags and in stacks, in the name of the caller.
const groupMembers = (operation: string): OperationRow =>
  one(
    `resource-groups:${operation}`,
    'cloudformation:DescribeStacks',
    'cloudformation:ListStackResources',
    'tag:GetResources',
  );

/**
 * Services of machines, containers, devices and networks.
 * Source, unless a row says another: the table "API operations" of the service's page in the Service Authorization
 * Reference.
 */
export const computeAndNetworkOperations: OperationRows = {
  // Nodes, add-ons and capabilities are checked where the request is about one, associations where it makes some.
  eks: {
    CreateAddon: [
      { action: 'eks:CreateAddon', types: ['cluster'] },
      {
        action: 'eks:CreateAddon',
        when: ['podIdentityAssociations[].serviceAccount'],
        types: ['podidentityassociation'],
      },
    ],
    DescribeUpdate: updatesOf('eks:DescribeUpdate'),
    ListUpdates: updatesOf('eks:ListUpdates'),
  },
  // Source: AWS Batch User Guide, "Resource: Restrict to job definition prefix on job submission": the request's ARN says
  // the revision. A job that names none runs the newest, and denials name the definition alone.
  batch: {
    SubmitJob: [
      { action: 'batch:SubmitJob' },
      {
        action: 'batch:SubmitJob',
        when: ['batchFamily(jobDefinition)'],
        types: ['job-definition-revision'],
        bind: { JobDefinitionName: 'batchFamily(jobDefinition)' },
        because: 'runs the newest revision of the job definition',
      },
    ],
  },
  // Source: AWS CodeArtifact User Guide, "AWS CodeArtifact authentication and tokens".
  codeartifact: {
    GetAuthorizationToken: [
      { action: 'codeartifact:GetAuthorizationToken' },
      {
        action: 'sts:GetServiceBearerToken',
        conditions: { StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] } },
      },
    ],
  },
  // Source: Amazon Connect Cases API Reference, CreateCase and UpdateCase.
  connectcases: {
    CreateCase: [{ action: 'cases:CreateCase' }, describeUser],
    UpdateCase: [{ action: 'cases:UpdateCase' }, describeUser],
  },
  deadline: {
    BatchGetJob: deadlineJob('GetJob', 'identifiers'),
    BatchGetSession: deadlineJob('GetSession', 'identifiers'),
    BatchGetSessionAction: deadlineJob('GetSessionAction', 'identifiers'),
    BatchGetStep: deadlineJob('GetStep', 'identifiers'),
    BatchGetTask: deadlineJob('GetTask', 'identifiers'),
    BatchGetWorker: [
      {
        action: 'deadline:GetWorker',
        bind: {
          FarmId: 'identifiers[].farmId',
          FleetId: 'identifiers[].fleetId',
          WorkerId: 'identifiers[].workerId',
        },
      },
    ],
    BatchUpdateJob: deadlineJob('UpdateJob', 'jobs'),
    BatchUpdateTask: deadlineJob('UpdateTask', 'tasks'),
  },
  // Source: Amazon ECR API Reference, ListImageReferrers. The table's other actions are for pull through caches alone.
  ecr: { ListImageReferrers: one('ecr:BatchGetImage') },
  // Source: Amazon ECR Public API Reference, GetAuthorizationToken.
  'ecr-public': {
    GetAuthorizationToken: one('ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'),
  },
  // Source: AWS Elastic Beanstalk API Reference, UpdateTagsForResource: two actions in place of the operation's own.
  'elastic-beanstalk': {
    UpdateTagsForResource: [
      { action: 'elasticbeanstalk:AddTags', when: ['TagsToAdd[].Key'] },
      { action: 'elasticbeanstalk:RemoveTags', when: ['TagsToRemove[]'] },
    ],
  },
  // Source: AWS IoT API Reference, "Requires permission to access" of each operation.
  iot: Object.fromEntries(
    ['CreatePackage', 'CreatePackageVersion', 'UpdatePackage', 'UpdatePackageVersion'].map(
      (operation) => [operation, one(`iot:${operation}`, 'iot:GetIndexingConfiguration')],
    ),
  ),
  iotfleetwise: {
    BatchCreateVehicle: vehicles('iotfleetwise:CreateVehicle'),
    BatchUpdateVehicle: vehicles('iotfleetwise:UpdateVehicle'),
  },
  // Source: AWS IoT Developer Guide, "Start and monitor command executions": the command and the device.
  'iot-jobs-data-plane': {
    StartCommandExecution: [
      { action: 'iot:StartCommandExecution', types: ['command'] },
      {
        action: 'iot:StartCommandExecution',
        template: '${Arn}',
        bind: { Arn: 'targetArn' },
      },
    ],
  },
  'vpc-lattice': {
    BatchUpdateRule: [
      {
        action: 'vpc-lattice:UpdateRule',
        bind: {
          ServiceId: 'serviceIdentifier',
          ListenerId: 'listenerIdentifier',
          RuleId: 'rules[].ruleIdentifier',
        },
      },
    ],
  },
  // Source: Amazon Route 53 API Reference, CreateHostedZone: of a private zone.
  'route-53': {
    CreateHostedZone: [
      { action: 'route53:CreateHostedZone' },
      { action: 'ec2:DescribeVpcs', when: ['VPC.VPCId'] },
    ],
  },
  'resource-explorer-2': { ListResources: one('resource-explorer-2:Search') },
  // Source: "Minimum permissions" of each operation in the AWS Resource Groups API Reference.
  'resource-groups': {
    ListGroupResources: groupMembers('ListGroupResources'),
    SearchResources: groupMembers('SearchResources'),
  },
  // Source: AWS Systems Manager API Reference, UpdateAssociation.
  ssm: { UpdateAssociation: one('ssm:UpdateAssociation', 'ssm:DescribeAssociation') },
  // The page lists no other action that changes a network's own properties.
  wickr: { UpdateNetwork: one('wickr:UpdateNetworkDetails') },
};

function updatesOf(action: string): OperationRow {
  return [
    { action, types: ['cluster'] },
    { action, when: ['addonName'], types: ['addon'] },
    { action, when: ['capabilityName'], types: ['capability'] },
    { action, when: ['nodegroupName'], types: ['nodegroup'] },
  ];
}
