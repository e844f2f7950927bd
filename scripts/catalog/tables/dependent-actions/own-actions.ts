import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, type OperationRow, one } from '../operation-actions/row.ts';

const group = (...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `workspaces:${name}`,
    types: ['workspaceipgroup'],
    bind: { GroupId: 'GroupId' },
    because: 'changes the rules of the group',
  }));

const endpoints: GrantRow = {
  action: 'globalaccelerator:UpdateEndpointGroup',
  template: '${Arn}',
  bind: { Arn: 'EndpointGroupArn' },
  because: 'changes the endpoint group',
};

// Source also: Amazon FSx API Reference, DeleteFileSystem and DeleteVolume, of the parameters.
const kinds = ['WindowsConfiguration', 'LustreConfiguration', 'OpenZFSConfiguration'];
const backupTags = (kind: string) => `${kind}.FinalBackupTags[].Key`;
const tagBackup = (kind: string): GrantRow => ({
  action: 'fsx:TagResource',
  when: [backupTags(kind)],
  types: ['backup'],
  bind: {},
  offered: { 'ForAllValues:StringEquals': { 'aws:TagKeys': [`{${backupTags(kind)}}`] } },
  because: 'tags the last backup',
});
const lastBackup: OperationRow = [
  {
    action: 'fsx:CreateBackup',
    when: kinds.flatMap((kind) => [`whereFalse(${kind}.SkipFinalBackup)`, backupTags(kind)]),
    types: ['backup', 'file-system'],
    bind: { FileSystemId: 'FileSystemId' },
    because: 'takes a last backup of the file system',
  },
  ...kinds.map(tagBackup),
];

// IAM knows no resource of this action.
const passConnectors = (...ways: readonly string[]): OperationRow => [
  {
    action: 'lambda:PassNetworkConnector',
    when: ways.map((way) => `${way}NetworkConnectors[]`),
    types: [],
    because: 'connects MicroVMs to the networks that it names',
  },
];

// `Identifier` is what the task starts from; what it makes on the way has a name of its own.
const made = (owner: string, type: string, ...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `partnercentral:${name}`,
    template: `arn:\${Partition}:partnercentral:\${Region}:${owner}:catalog/\${Catalog}/${type}/*`,
    bind: { Catalog: 'Catalog' },
    because: 'is part of the task, in the name of the caller',
  }));

const snapshotJob = made(
  '${Account}',
  'resource-snapshot-job',
  'CreateResourceSnapshotJob',
  'StartResourceSnapshotJob',
);

const stack: GrantRow = {
  action: 'cloudformation:DescribeStacks',
  when: ['isStackQuery(ResourceQuery.Type)'],
  types: ['stack'],
  because: 'looks up the stack whose resources are the group',
};

const member = (...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({
    action,
    types: [],
    because: 'manages who administers CloudTrail in the organization, in the name of the caller',
  }));

const published = (dataSet: string, names: readonly string[], isFinal?: string): OperationRow =>
  names.map((name) => ({
    action: `dataexchange:${name}`,
    ...(isFinal !== undefined && { when: [isFinal] }),
    types: ['data-sets'],
    bind: { DataSetId: dataSet },
    because: `publishes the data set in \`${dataSet}\``,
  }));

// Source also: AWS CloudTrail User Guide, "Prepare for creating a trail for your organization".
const organization = (isOn: string | undefined): OperationRow => [
  {
    action: 'iam:GetRole',
    ...(isOn !== undefined && { when: [isOn] }),
    template:
      'arn:${Partition}:iam::${Account}:role/aws-service-role/cloudtrail.amazonaws.com/AWSServiceRoleForCloudTrail',
    because: 'looks up the role by which CloudTrail works in the organization',
  },
  {
    action: 'organizations:ListAWSServiceAccessForOrganization',
    ...(isOn !== undefined && { when: [isOn] }),
    types: [],
    because: 'looks up whether CloudTrail may work in the organization',
  },
];

const trail = organization('whereTrue(IsOrganizationTrail)');
const eventDataStore = organization('whereTrue(OrganizationEnabled)');

const policy = one('qbusiness:PutResourcePolicy');

/**
 * What else operations need that are checked on more than their own action, for what their requests say.
 * Source: the column "Dependent actions" of each service's page in the Service Authorization Reference, or its table "API
 * operations".
 */
export const ownActions: OperationRows = {
  cloudtrail: {
    CreateEventDataStore: eventDataStore,
    CreateTrail: trail,
    DeregisterOrganizationDelegatedAdmin: member(
      'organizations:DeregisterDelegatedAdministrator',
      'organizations:ListAWSServiceAccessForOrganization',
    ),
    RegisterOrganizationDelegatedAdmin: [
      ...member('organizations:RegisterDelegatedAdministrator'),
      ...organization(undefined),
    ],
    UpdateEventDataStore: eventDataStore,
    UpdateTrail: trail,
  },
  'codeguru-reviewer': {
    AssociateRepository: [
      {
        action: 'codecommit:TagResource',
        when: ['Repository.CodeCommit.Name'],
        types: ['repository'],
        bind: { RepositoryName: 'Repository.CodeCommit.Name' },
        because: 'marks the repository as associated',
      },
    ],
  },
  'config-service': {
    StartResourceEvaluation: [
      {
        action: 'cloudformation:DescribeType',
        types: [],
        because: 'looks up the type of the resource that it evaluates',
      },
    ],
  },
  // Source also: "API operations defined by AWS Data Exchange": a revision that is final is published.
  dataexchange: {
    CreateDataGrant: published('SourceDataSetId', ['PublishToDataGrant']),
    UpdateRevision: published(
      'DataSetId',
      ['PublishDataSet', 'PublishToDataGrant'],
      'whereTrue(Finalized)',
    ),
  },
  // Source also: "API operations defined by Amazon Detective".
  detective: {
    EnableOrganizationAdminAccount: [
      'organizations:EnableAWSServiceAccess',
      'organizations:RegisterDelegatedAdministrator',
    ].map((action) => ({
      action,
      types: [],
      because: 'makes the account an administrator in the organization, in the name of the caller',
    })),
  },
  fsx: {
    CreateFileCache: [
      {
        action: 'fsx:CreateDataRepositoryAssociation',
        when: ['DataRepositoryAssociations[].DataRepositoryPath'],
        types: ['association'],
        because: 'links the cache to what `DataRepositoryAssociations[]` names',
      },
      {
        action: 's3:ListBucket',
        when: ['bucketOfUri(DataRepositoryAssociations[].DataRepositoryPath)'],
        types: ['bucket'],
        bind: { BucketName: 'bucketOfUri(DataRepositoryAssociations[].DataRepositoryPath)' },
        because: 'looks into the buckets that the cache is linked to',
      },
    ],
    DeleteFileSystem: lastBackup,
    DeleteVolume: [
      {
        action: 'fsx:BypassSnaplockEnterpriseRetention',
        when: ['whereTrue(OntapConfiguration.BypassSnaplockEnterpriseRetention)'],
        types: ['volume'],
        bind: { VolumeId: 'VolumeId' },
        because: 'deletes files that are to be kept longer',
      },
      tagBackup('OntapConfiguration'),
    ],
  },
  gameliftstreams: {
    CreateStreamGroup: [
      {
        action: 'gameliftstreams:AssociateApplications',
        when: ['DefaultApplicationIdentifier'],
        types: ['application', 'stream group'],
        bind: { ApplicationId: 'DefaultApplicationIdentifier' },
        because: 'links the application in `DefaultApplicationIdentifier` to the group',
      },
    ],
  },
  'global-accelerator': { AddEndpoints: [endpoints], RemoveEndpoints: [endpoints] },
  grafana: {
    ListVersions: [
      {
        action: 'grafana:DescribeWorkspace',
        when: ['workspaceId'],
        types: ['workspace'],
        bind: { ResourceId: 'workspaceId' },
        because: 'looks up the workspace whose next versions it lists',
      },
    ],
  },
  'lambda-microvms': {
    CreateMicrovmImage: passConnectors('egress'),
    RunMicrovm: passConnectors('egress', 'ingress'),
    UpdateMicrovmImage: passConnectors('egress'),
  },
  'partnercentral-selling': {
    StartEngagementByAcceptingInvitationTask: [
      ...one('partnercentral:AcceptEngagementInvitation', 'partnercentral:GetEngagementInvitation'),
      ...made('${Account}', 'opportunity', 'CreateOpportunity', 'SubmitOpportunity'),
      ...snapshotJob,
    ],
    StartEngagementFromOpportunityTask: [
      ...one('partnercentral:GetOpportunity', 'partnercentral:SubmitOpportunity'),
      ...made('', 'engagement', 'CreateEngagement'),
      ...snapshotJob,
    ],
    StartOpportunityFromEngagementTask: [
      ...one('partnercentral:CreateResourceSnapshot', 'partnercentral:GetEngagement'),
      ...made('${Account}', 'opportunity', 'CreateOpportunity'),
      ...snapshotJob,
    ],
  },
  qbusiness: { AssociatePermission: policy, DisassociatePermission: policy },
  qconnect: {
    RenderMessageTemplate: one('wisdom:GetMessageTemplate'),
    SearchQuickResponses: one('wisdom:GetQuickResponse'),
  },
  'resource-explorer-2': {
    BatchGetView: [
      {
        action: 'resource-explorer-2:GetView',
        when: ['ViewArns[]'],
        template: '${Arn}',
        bind: { Arn: 'ViewArns[]' },
        because: 'is asked of each view in `ViewArns[]`',
      },
    ],
  },
  'resource-groups': {
    CancelTagSyncTask: one('resource-groups:DeleteGroup'),
    CreateGroup: [stack],
    StartTagSyncTask: one('resource-groups:CreateGroup'),
    UpdateGroupQuery: [stack],
  },
  // Source also: AWS Systems Manager Incident Manager API Reference, UpdateResponsePlan, `incidentTemplateTags`.
  'ssm-incidents': {
    UpdateResponsePlan: [
      {
        action: 'ssm-incidents:TagResource',
        when: ['incidentTemplateTags{}'],
        types: ['incident-record'],
        bind: {},
        because: 'sets the tags that incidents of the plan get',
      },
    ],
  },
  workspaces: {
    AuthorizeIpRules: group('UpdateRulesOfIpGroup'),
    CopyWorkspaceImage: [
      {
        action: 'workspaces:DescribeWorkspaceImages',
        types: [],
        because: 'looks up the image that it copies',
      },
    ],
    ImportWorkspaceImage: [
      {
        action: 'ec2:DescribeImages',
        types: [],
        because: 'looks up the image in `Ec2ImageId`',
      },
      {
        action: 'ec2:ModifyImageAttribute',
        types: ['image'],
        bind: { ImageId: 'Ec2ImageId' },
        because: 'shares the image in `Ec2ImageId` with WorkSpaces',
      },
    ],
    RevokeIpRules: group('UpdateRulesOfIpGroup'),
    UpdateRulesOfIpGroup: group('AuthorizeIpRules', 'RevokeIpRules'),
  },
};
