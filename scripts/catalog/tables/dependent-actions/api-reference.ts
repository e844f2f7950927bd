import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const secretOfProxy = 'proxyConfiguration.proxies[].externalProxy.credentials.basicAuth.secretArn';

/** An action on what a parameter names by its ARN, and on nothing where it has another form. */
const onArn = (action: string, path: string, because: string): GrantRow => ({
  action,
  when: [path],
  template: '${Arn}',
  bind: { Arn: path },
  because,
});

/** Actions of KMS on the key that a parameter names. */
const onKey = (path: string, ...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({
    action: `kms:${action}`,
    when: [`customerKey(${path})`],
    types: ['key'],
    bind: { KeyId: `kmsKey(${path})` },
    because: `uses the key in \`${path}\``,
  }));

const tagsOfLink = (type: string): OperationRow => [
  {
    action: 'oam:ListTagsForResource',
    when: ['whereTrue(IncludeTags)'],
    types: [type],
    bind: { ResourceId: 'Identifier' },
    because: 'lists the tags too where `IncludeTags` is set',
  },
];

/** A permission to rename is for the old name and for the new one. */
const renamed = (kind: string, variable = `${kind}NameWithPath`): OperationRow => [
  {
    action: `iam:Update${kind}`,
    when: [`New${kind}Name`],
    bind: { [variable]: `iamPath(NewPath?, New${kind}Name)` },
    because: `gives it the name in \`New${kind}Name\``,
  },
  {
    action: `iam:Update${kind}`,
    when: ['NewPath'],
    unless: [`New${kind}Name`],
    bind: { [variable]: `iamPath(NewPath, ${kind}Name)` },
    because: 'moves it to the path in `NewPath`',
  },
];

const assistantKey = onKey(
  'serverSideEncryptionConfiguration.kmsKeyId',
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'GenerateDataKey',
);

const modelKey = onKey('KmsKeyId', 'CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey');

const importedStack: OperationRow = ['DescribeStacks', 'GetTemplate'].map((name) =>
  onArn(`cloudformation:${name}`, 'PhysicalId', 'reads the stack in `PhysicalId`'),
);

const onlineStoreKey = 'OnlineStoreConfig.SecurityConfig.KmsKeyId';

const isTagged = ['isApplicationTag(options[])'];

const taggedStack: OperationRow = [
  ...['tag:GetResources', 'tag:TagResources'].map((action) => ({
    action,
    when: isTagged,
    because: 'sets the tag of the application',
  })),
  {
    action: 'resource-groups:AssociateResource',
    when: isTagged,
    because: 'adds the resource to the group of the application',
  },
  ...['cloudformation:DescribeStacks', 'cloudformation:UpdateStack'].map((action) => ({
    action,
    when: isTagged,
    bind: { StackName: 'resource' },
    because: 'sets the tag of the application on the stack in `resource`',
  })),
];

/**
 * What the API reference of a service says that the caller needs for a parameter, and no table of the Service
 * Authorization Reference does, by service id and operation.
 * Source: the operation's page in the service's API reference, or that of the parameter's type.
 */
export const apiReference: OperationRows = {
  // Source: AWS Backup Developer Guide, "Access control", API permissions.
  backup: {
    CreateBackupVault: [
      {
        action: 'backup-storage:MountCapsule',
        types: [],
        because: 'makes the storage of the vault',
      },
    ],
  },
  batch: {
    CreateComputeEnvironment: [
      onArn('eks:DescribeCluster', 'eksConfiguration.eksClusterArn', 'looks the cluster up'),
    ],
  },
  'bedrock-agentcore': {
    InvokeAgentRuntime: [
      {
        action: 'bedrock-agentcore:InvokeAgentRuntimeForUser',
        when: ['runtimeUserId'],
        bind: { RuntimeId: 'agentRuntimeArn', Name: 'orDefaultEndpoint(qualifier?)' },
        because: 'invokes the agent for the user in `runtimeUserId`',
      },
    ],
    StartBrowserSession: [
      onArn('secretsmanager:GetSecretValue', secretOfProxy, 'reads the credentials of the proxy'),
    ],
  },
  'cloudwatch-logs': {
    CreateImportTask: [
      onArn('cloudtrail:GetEventDataStoreData', 'importSourceArn', 'reads the imported events'),
    ],
  },
  codedeploy: {
    CreateDeployment: [
      {
        action: 'codedeploy:UpdateDeploymentGroup',
        when: [
          'overrideAlarmConfiguration.alarms[].name',
          'overrideAlarmConfiguration.enabled',
          'overrideAlarmConfiguration.ignorePollAlarmFailure',
        ],
        bind: {
          ApplicationName: 'applicationName',
          DeploymentGroupName: 'deploymentGroupName',
        },
        because: 'sets other alarms than those of the deployment group',
      },
    ],
  },
  codeartifact: { CreateDomain: onKey('encryptionKey', 'CreateGrant', 'DescribeKey') },
  iam: {
    UpdateGroup: renamed('Group'),
    UpdateServerCertificate: renamed('ServerCertificate', 'CertificateNameWithPath'),
    UpdateUser: renamed('User'),
  },
  oam: {
    GetLink: tagsOfLink('Link'),
    GetSink: tagsOfLink('Sink'),
    UpdateLink: tagsOfLink('Link'),
  },
  qconnect: { CreateAssistant: assistantKey, CreateKnowledgeBase: assistantKey },
  rds: { StartExportTask: onKey('KmsKeyId', 'CreateGrant', 'DescribeKey') },
  rekognition: {
    CopyProjectVersion: modelKey,
    CreateProjectVersion: modelKey,
  },
  's3-control': {
    CreateAccessGrant: [
      {
        action: 'identitystore:DescribeGroup',
        when: ['isDirectoryGroup(Grantee.GranteeType)'],
        because: 'looks the grantee up in IAM Identity Center',
      },
    ],
  },
  sagemaker: {
    CreateFeatureGroup: [
      ...onKey(
        onlineStoreKey,
        'CreateGrant',
        'Decrypt',
        'DescribeKey',
        'Encrypt',
        'GenerateDataKey',
        'ReEncryptFrom',
        'ReEncryptTo',
        'RetireGrant',
        'RevokeGrant',
        'ListGrants',
      ),
      {
        action: 'kms:ListAliases',
        when: [`customerKey(${onlineStoreKey})`],
        because: `looks the key in \`${onlineStoreKey}\` up`,
      },
    ],
  },
  'secrets-manager': {
    ReplicateSecretToRegions: onKey('AddReplicaRegions[].KmsKeyId', 'Encrypt', 'GenerateDataKey'),
  },
  'service-catalog': {
    EnableAWSOrganizationsAccess: [
      {
        action: 'organizations:EnableAWSServiceAccess',
        because: 'lets Service Catalog act in the organization',
      },
    ],
    ImportAsProvisionedProduct: importedStack,
  },
  'service-catalog-appregistry': { AssociateResource: taggedStack },
  wafv2: {
    GetWebACLForResource: [
      {
        action: 'wafv2:GetWebACL',
        bind: { Scope: '"regional"' },
        because: 'returns the web ACL that the resource has',
      },
    ],
  },
  wisdom: { CreateAssistant: assistantKey, CreateKnowledgeBase: assistantKey },
};
