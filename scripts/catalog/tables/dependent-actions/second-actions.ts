import type { OperationRows } from '../join-operation-rows.ts';
import type { ConditionRow, GrantRow, OperationRow } from '../operation-actions/row.ts';

const ofKeys = (path: string): ConditionRow => ({
  'ForAllValues:StringEquals': { 'aws:TagKeys': [`{${path}}`] },
});

// IAM knows the type of neither portfolios nor products for the tags.
const tagged: OperationRow = [
  {
    action: 'servicecatalog:TagResource',
    when: ['AddTags[].Key'],
    types: [],
    offered: ofKeys('AddTags[].Key'),
    because: 'sets the tags in `AddTags[]`',
  },
  {
    action: 'servicecatalog:UntagResource',
    when: ['RemoveTags[]'],
    types: [],
    offered: ofKeys('RemoveTags[]'),
    because: 'takes the tags in `RemoveTags[]` away',
  },
];

const linked = (tags: string, type: string, id: string, variable: string): GrantRow => ({
  action: 'social-messaging:TagResource',
  when: [tags],
  types: [type],
  bind: { [variable]: id },
  offered: ofKeys(tags),
  because: `sets the tags in \`${tags.replace('.key', '')}\``,
});

const inPlan: OperationRow = [
  {
    action: 'ssm-contacts:AssociateContact',
    when: ['Plan.Stages[].Targets[].ContactTargetInfo.ContactId'],
    template: '${Arn}',
    bind: { Arn: 'Plan.Stages[].Targets[].ContactTargetInfo.ContactId' },
    because: 'engages the contacts in `Plan.Stages[].Targets[]`',
  },
];

const bypass = (rest: Pick<GrantRow, 'bind'>): OperationRow => [
  {
    action: 'storagegateway:BypassGovernanceRetention',
    when: ['whereTrue(BypassGovernanceRetention)'],
    types: ['tapepool'],
    ...rest,
    because: 'asks to bypass the lock of the pool',
  },
];

// The runtime of a harness is checked as the harness.
const ofHarness = (
  name: string,
  template: string,
  bind: Readonly<Record<string, string>>,
): OperationRow => [
  {
    action: `bedrock-agentcore:${name}`,
    template,
    bind,
    because: 'is asked of the runtime of the harness too',
  },
];

const harness = 'arn:${Partition}:bedrock-agentcore:${Region}:${Account}:harness/${HarnessId}';

const toolsOfServer: OperationRow = [
  {
    action: 'bedrock-agentcore:SynchronizeGatewayTargets',
    when: ['targetConfiguration.mcp.mcpServer.endpoint'],
    unless: [
      'targetConfiguration.mcp.mcpServer.mcpToolSchema.inlinePayload',
      'targetConfiguration.mcp.mcpServer.mcpToolSchema.s3.uri',
    ],
    because: 'fetches the tools of the server in `targetConfiguration.mcp.mcpServer.endpoint`',
  },
];

const configured = (name: string, path: string): GrantRow => ({
  action: `cleanrooms:${name}`,
  when: [path],
  types: ['configuredtable'],
  bind: { ConfiguredTableId: 'configuredTableIdentifier' },
  because: `changes \`${path}\` of the table`,
});

const ofMembers = (name: string, because: string, bind: GrantRow['bind'] = {}): OperationRow => [
  { action: `timestream-influxdb:${name}`, types: ['db-instance'], bind, because },
];

const fromTemplate: OperationRow = [
  'GetReviewTemplate',
  'GetReviewTemplateAnswer',
  'GetReviewTemplateLensReview',
  'ListReviewTemplateAnswers',
].map((name) => ({
  action: `wellarchitected:${name}`,
  when: ['ReviewTemplateArns[]'],
  template: '${Arn}',
  bind: { Arn: 'ReviewTemplateArns[]' },
  because: 'reads the templates in `ReviewTemplateArns[]`',
}));

const imported = (type: string): OperationRow => [
  {
    action: 'omics:TagResource',
    when: ['sources[].tags{}'],
    types: [type],
    because: 'sets the tags of what it imports',
  },
];

/**
 * What else operations need that their own service checks as another action, for what their requests say.
 * Source: the table "API operations" of each service's page in the Service Authorization Reference.
 */
export const secondActions: OperationRows = {
  // Source also: Amazon Bedrock AgentCore API Reference, InvokeAgentRuntime; Amazon Bedrock AgentCore Developer Guide,
  // "Security and access controls".
  'bedrock-agentcore': {
    InvokeHarness: ofHarness('InvokeAgentRuntime', '${Arn}', { Arn: 'harnessArn' }),
  },
  // Source also: Amazon Bedrock AgentCore Developer Guide, "Create an Amazon Bedrock AgentCore gateway", "MCP servers
  // targets", "Security and access controls".
  'bedrock-agentcore-control': {
    CreateGateway: [
      {
        action: 'bedrock-agentcore:SynchronizeGatewayTargets',
        when: ['protocolConfiguration.mcp.searchType'],
        types: ['gateway'],
        bind: {},
        because: 'sets up the semantic search of the gateway',
      },
    ],
    CreateGatewayTarget: toolsOfServer,
    CreateHarness: [
      {
        action: 'bedrock-agentcore:CreateAgentRuntime',
        types: [],
        because: 'makes the runtime of the harness',
      },
    ],
    DeleteHarness: ofHarness('DeleteAgentRuntime', harness, { HarnessId: 'harnessId' }),
    UpdateGatewayTarget: toolsOfServer,
    UpdateHarness: ofHarness('UpdateAgentRuntime', harness, { HarnessId: 'harnessId' }),
  },
  cleanrooms: {
    UpdateConfiguredTable: [
      configured('UpdateConfiguredTableAllowedColumns', 'allowedColumns[]'),
      ...[
        'tableReference.athena.tableName',
        'tableReference.glue.tableName',
        'tableReference.snowflake.tableName',
      ].map((path) => configured('UpdateConfiguredTableReference', path)),
    ],
  },
  managedblockchain: {
    CreateMember: [
      {
        action: 'managedblockchain:TagResource',
        when: ['MemberConfiguration.Tags{}'],
        types: ['member'],
        bind: {},
        because: 'sets the tags of the member',
      },
    ],
  },
  medialive: {
    UpdateInputSecurityGroup: [
      {
        action: 'medialive:CreateTags',
        when: ['Tags{}'],
        types: ['input-security-group'],
        because: 'sets the tags of the group',
      },
    ],
  },
  omics: {
    StartReadSetImportJob: imported('readSet'),
    StartReferenceImportJob: imported('reference'),
    StartRunBatch: [{ action: 'omics:StartRun', because: 'starts the runs of the batch' }],
  },
  opensearchserverless: {
    CreateCollection: [
      {
        action: 'aoss:AddCollectionToCollectionGroup',
        when: ['collectionGroupName'],
        because: 'adds the collection to the group in `collectionGroupName`',
      },
    ],
  },
  'service-catalog': { UpdatePortfolio: tagged, UpdateProduct: tagged },
  socialmessaging: {
    AssociateWhatsAppBusinessAccount: [
      linked(
        'setupFinalization.phoneNumbers[].tags[].key',
        'phone-number-id',
        'socialId(setupFinalization.phoneNumbers[].id)',
        'OriginationPhoneNumberId',
      ),
      linked(
        'setupFinalization.waba.tags[].key',
        'waba',
        'socialId(setupFinalization.waba.id)',
        'WabaId',
      ),
    ],
  },
  'ssm-contacts': { CreateContact: inPlan, UpdateContact: inPlan },
  'storage-gateway': {
    AssignTapePool: bypass({ bind: { PoolId: 'PoolId' } }),
    DeleteTapeArchive: bypass({ bind: {} }),
  },
  // Source also: column "Dependent actions" of the same page, but for RebootDbCluster.
  'timestream-influxdb': {
    CreateDbCluster: [
      {
        action: 'timestream-influxdb:CreateDbInstance',
        because: 'makes the instances of the cluster',
      },
    ],
    DeleteDbCluster: ofMembers('DeleteDbInstance', 'deletes the instances of the cluster'),
    RebootDbCluster: ofMembers('RebootDbInstance', 'restarts the instances of the cluster', {
      DbInstanceIdentifier: 'instanceIds[]',
    }),
    UpdateDbCluster: ofMembers('UpdateDbInstance', 'changes the instances of the cluster'),
  },
  // Source also: column "Dependent actions" of the same page.
  'timestream-write': {
    CreateBatchLoadTask: [
      {
        action: 'timestream:WriteRecords',
        types: ['table'],
        bind: { DatabaseName: 'TargetDatabaseName', TableName: 'TargetTableName' },
        because: 'writes what it loads into the table, in the name of the caller',
      },
    ],
  },
  // Source also: AWS Well-Architected Tool API Reference, CreateWorkload.
  wellarchitected: { CreateWorkload: fromTemplate },
  workspaces: {
    CreateStandbyWorkspaces: [
      {
        action: 'workspaces:DescribeWorkspaces',
        types: [],
        because: 'looks up the WorkSpaces that it makes standbys of',
      },
    ],
  },
  'workspaces-thin-client': {
    CreateEnvironment: [
      {
        action: 'thinclient:TagResource',
        when: ['deviceCreationTags{}'],
        types: ['device'],
        bind: {},
        offered: ofKeys('deviceCreationTags{}'),
        because: 'sets the tags that devices of the environment get',
      },
    ],
  },
};
