import type { OperationRows } from '../join-operation-rows.ts';
import { modelInvocation } from './model-invocation.ts';
import { type OperationRow, one } from './row.ts';

// The other form of a bot's ARN is of version 1.
const utterancesOfBot: OperationRow = [
  {
    action: 'lex:ListAggregatedUtterances',
    template: 'arn:${Partition}:lex:${Region}:${Account}:bot/${botId}',
  },
];

// Nothing in the request tells whether there is a policy before, or after.
const policyOfBot = (name: string): OperationRow =>
  [`lex:${name}ResourcePolicy`, 'lex:UpdateResourcePolicy'].map((action) => ({
    action,
    because: 'changes the policy of the bot, which may be its first statement or its last',
  }));

const reranking = 'rerankingConfiguration.bedrockRerankingConfiguration';
const generation = 'retrieveAndGenerateConfiguration';
const rerankingModel = `${generation}.knowledgeBaseConfiguration.retrievalConfiguration.vectorSearchConfiguration.${reranking}.modelConfiguration.modelArn`;

// The models that write the answer and order what was found are called for the caller.
const retrieveAndGenerate: OperationRow = [
  { action: 'bedrock:RetrieveAndGenerate' },
  ...modelInvocation('bedrock:InvokeModel', `${generation}.knowledgeBaseConfiguration.modelArn`),
  ...modelInvocation('bedrock:InvokeModel', `${generation}.externalSourcesConfiguration.modelArn`),
  { action: 'bedrock:Rerank', when: [rerankingModel] },
  ...modelInvocation('bedrock:InvokeModel', rerankingModel),
];

const topic = (name: string): OperationRow => [
  { action: `quicksight:${name}`, bind: { ResourceId: 'TopicId' } },
];

/**
 * Services of models, bots, dashboards and data lakes.
 * Source, unless a row says another: the table "API operations" of the service's page in the Service Authorization
 * Reference.
 */
export const aiAndDataOperations: OperationRows = {
  // Source: Amazon Athena API Reference, StartQueryExecution.
  athena: {
    StartQueryExecution: [
      { action: 'athena:StartQueryExecution' },
      {
        action: 'athena:GetDataCatalog',
        when: ['externalCatalog(QueryExecutionContext.Catalog)'],
        bind: { DataCatalogName: 'externalCatalog(QueryExecutionContext.Catalog)' },
      },
    ],
  },
  // Source: Amazon Bedrock User Guide, "Permissions for reranking in Amazon Bedrock"; Amazon Bedrock API Reference,
  // RetrieveAndGenerateStream.
  'bedrock-agent-runtime': {
    Rerank: [
      { action: 'bedrock:Rerank' },
      ...modelInvocation('bedrock:InvokeModel', `${reranking}.modelConfiguration.modelArn`),
    ],
    RetrieveAndGenerate: retrieveAndGenerate,
    RetrieveAndGenerateStream: retrieveAndGenerate,
  },
  // The one virtual action stands for every way to the data.
  lakeformation: { GetTemporaryDataLocationCredentials: one('lakeformation:GetDataAccess') },
  // Source: Amazon Lex API Reference, ListUtteranceAnalyticsData and ListUtteranceMetrics.
  'lex-models-v2': {
    CreateResourcePolicyStatement: policyOfBot('Create'),
    DeleteResourcePolicyStatement: policyOfBot('Delete'),
    ListUtteranceAnalyticsData: utterancesOfBot,
    ListUtteranceMetrics: utterancesOfBot,
  },
  // Source: Amazon Q Apps API Reference, CreatePresignedUrl.
  qapps: {
    CreatePresignedUrl: [
      {
        action: 'qapps:ImportDocument',
        bind: { ApplicationId: 'instanceId', AppId: 'appId', SessionId: 'sessionId' },
      },
    ],
  },
  quicksight: {
    DescribeAnalysisDefinition: [
      { action: 'quicksight:DescribeAnalysis', bind: { ResourceId: 'AnalysisId' } },
    ],
    DescribeDashboardDefinition: [
      { action: 'quicksight:DescribeDashboard', bind: { ResourceId: 'DashboardId' } },
    ],
    DescribeTemplateDefinition: [
      { action: 'quicksight:DescribeTemplate', bind: { ResourceId: 'TemplateId' } },
    ],
    CreateTopicV2: [
      {
        action: 'quicksight:CreateTopic',
        bind: { ResourceId: 'Topic.DataSets[].DataSetArn' },
      },
    ],
    DeleteTopicV2: topic('DeleteTopic'),
    DescribeTopicPermissionsV2: topic('DescribeTopicPermissions'),
    DescribeTopicV2: topic('DescribeTopic'),
    ListTopicsV2: one('quicksight:ListTopics'),
    SearchTopicsV2: one('quicksight:SearchTopics'),
    UpdateTopicPermissionsV2: topic('UpdateTopicPermissions'),
    UpdateTopicV2: topic('UpdateTopic'),
  },
  'redshift-data': { GetStatementResultV2: one('redshift-data:GetStatementResult') },
  // Source also: Amazon SageMaker API Reference, InvokeEndpointWithResponseStream.
  'sagemaker-runtime': { InvokeEndpointWithResponseStream: one('sagemaker:InvokeEndpoint') },
};
