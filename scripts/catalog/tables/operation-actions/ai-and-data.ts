import type { OperationRows } from '../join-operation-rows.ts';
import { type OperationRow, one } from './row.ts';

// The other form of a bot's ARN is of version 1.
const utterancesOfBot: OperationRow = [
  {
    action: 'lex:ListAggregatedUtterances',
    template: 'arn:${Partition}:lex:${Region}:${Account}:bot/${botId}',
  },
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
  // Source: Amazon Bedrock API Reference, RetrieveAndGenerateStream.
  'bedrock-agent-runtime': { RetrieveAndGenerateStream: one('bedrock:RetrieveAndGenerate') },
  // The one virtual action stands for every way to the data.
  lakeformation: { GetTemporaryDataLocationCredentials: one('lakeformation:GetDataAccess') },
  // Source: Amazon Lex API Reference, ListUtteranceAnalyticsData and ListUtteranceMetrics.
  'lex-models-v2': {
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
  },
  'redshift-data': { GetStatementResultV2: one('redshift-data:GetStatementResult') },
};
