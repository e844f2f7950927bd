import type { OperationRows } from '../join-operation-rows.ts';
import { one } from './row.ts';

/**
 * Operations of AWS Glue that have an action of another name: column statistics and indexes are parts of their table.
 * Source: the table "API operations defined by AWS Glue" of the service's page in the Service Authorization Reference;
 * for GetUnfiltered… AWS Lake Formation's sentences in the Glue API Reference.
 */
export const glueOperations: OperationRows = {
  glue: {
    ...Object.fromEntries(
      [
        ['BatchDeleteConnection', 'DeleteConnection'],
        ['BatchDeleteTableVersion', 'DeleteTableVersion'],
        ['BatchGetBlueprints', 'GetBlueprint'],
        ['BatchGetCustomEntityTypes', 'GetCustomEntityType'],
        ['BatchGetDevEndpoints', 'GetDevEndpoint'],
        ['BatchGetJobs', 'GetJob'],
        ['BatchGetTriggers', 'GetTrigger'],
        ['BatchGetWorkflows', 'GetWorkflow'],
      ].map(([batch, single]) => [batch, one(`glue:${batch}`, `glue:${single}`)]),
    ),
    BatchGetDataQualityResult: one('glue:GetDataQualityResult'),
    BatchPutDataQualityStatisticAnnotation: one('glue:PutDataQualityStatisticAnnotation'),
    CreatePartitionIndex: one('glue:UpdateTable'),
    DeleteColumnStatisticsForPartition: one('glue:UpdatePartition'),
    DeleteColumnStatisticsForTable: one('glue:UpdateTable'),
    DeletePartitionIndex: one('glue:UpdateTable'),
    GetColumnStatisticsForPartition: one('glue:GetPartition'),
    GetColumnStatisticsForTable: one('glue:GetTable'),
    GetUnfilteredPartitionMetadata: one('glue:GetPartition'),
    GetUnfilteredPartitionsMetadata: one('glue:GetPartitions'),
    GetUnfilteredTableMetadata: [
      { action: 'glue:GetTable', bind: { TableName: 'Name', DatabaseName: 'DatabaseName' } },
    ],
    ListDataQualityStatisticAnnotations: one('glue:GetDataQualityResult'),
    ListDataQualityStatistics: one('glue:GetDataQualityResult'),
    UpdateColumnStatisticsForPartition: one('glue:UpdatePartition'),
    UpdateColumnStatisticsForTable: one('glue:UpdateTable'),
  },
};
