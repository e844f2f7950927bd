import type { OperationRows } from '../join-operation-rows.ts';
import { type GrantRow, type OperationRow, one } from './row.ts';

// A query's text is never recorded, so all that it may do is granted, each with its reason.
const query = (prefix: string, bind?: GrantRow['bind']): OperationRow =>
  [
    ['ReadDataViaQuery', 'the query reads data'],
    ['WriteDataViaQuery', 'the query may write data: its text is not recorded'],
    ['DeleteDataViaQuery', 'the query may delete data: its text is not recorded'],
  ].map(([action, because = '']) => ({
    action: `${prefix}:${action}`,
    because,
    ...(bind && { bind }),
  }));

/**
 * Calls to a Neptune cluster and to Neptune Analytics.
 * Source: the permissions that the Neptune Data API Reference and the Neptune Analytics API Reference name for each
 * operation; for GetSparqlStatistics, which names none, those of its property graph counterpart.
 */
export const neptuneOperations: OperationRows = {
  neptunedata: {
    CancelGremlinQuery: one('neptune-db:CancelQuery'),
    CancelOpenCypherQuery: one('neptune-db:CancelQuery'),
    DeletePropertygraphStatistics: one('neptune-db:DeleteStatistics'),
    DeleteSparqlStatistics: one('neptune-db:DeleteStatistics'),
    ExecuteFastReset: one('neptune-db:ResetDatabase'),
    ExecuteGremlinExplainQuery: query('neptune-db'),
    ExecuteGremlinProfileQuery: one('neptune-db:ReadDataViaQuery'),
    ExecuteGremlinQuery: query('neptune-db'),
    ExecuteOpenCypherExplainQuery: one('neptune-db:ReadDataViaQuery'),
    ExecuteOpenCypherQuery: query('neptune-db'),
    ExecuteSparqlQuery: query('neptune-db'),
    GetGremlinQueryStatus: one('neptune-db:GetQueryStatus'),
    GetMLDataProcessingJob: one('neptune-db:GetMLDataProcessingJobStatus'),
    GetMLEndpoint: one('neptune-db:GetMLEndpointStatus'),
    GetMLModelTrainingJob: one('neptune-db:GetMLModelTrainingJobStatus'),
    GetMLModelTransformJob: one('neptune-db:GetMLModelTransformJobStatus'),
    GetOpenCypherQueryStatus: one('neptune-db:GetQueryStatus'),
    GetPropertygraphStatistics: one('neptune-db:GetStatisticsStatus'),
    GetPropertygraphStream: one('neptune-db:GetStreamRecords'),
    GetPropertygraphSummary: one('neptune-db:GetGraphSummary'),
    GetRDFGraphSummary: one('neptune-db:GetGraphSummary'),
    GetSparqlStatistics: one('neptune-db:GetStatisticsStatus'),
    GetSparqlStream: one('neptune-db:GetStreamRecords'),
    ListGremlinQueries: one('neptune-db:GetQueryStatus'),
    ListOpenCypherQueries: one('neptune-db:GetQueryStatus'),
    ManagePropertygraphStatistics: one('neptune-db:ManageStatistics'),
    ManageSparqlStatistics: one('neptune-db:ManageStatistics'),
  },
  'neptune-graph': {
    ExecuteQuery: query('neptune-graph', { ResourceId: 'graphIdentifier' }),
    GetQuery: [{ action: 'neptune-graph:GetQueryStatus', bind: { ResourceId: 'graphIdentifier' } }],
  },
};
