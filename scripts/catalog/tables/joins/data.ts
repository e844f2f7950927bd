import { type Join, type JoinTable, takenBy } from './join.ts';

/** Queries and sessions without a workgroup are in the one called `primary`. */
const inWorkGroup = { WorkGroup: ['WorkGroup', '"primary"'] };

const athenaQuery: Join = {
  kind: 'query execution',
  told: {
    GetQueryExecution: {
      id: 'QueryExecutionId',
      tells: { WorkGroup: ['answer.QueryExecution.WorkGroup'] },
    },
    ListQueryExecutions: { id: 'answer.QueryExecutionIds[]', tells: inWorkGroup },
    StartQueryExecution: { id: 'answer.QueryExecutionId', tells: inWorkGroup },
  },
  taken: {
    ...takenBy(
      'QueryExecutionId',
      'GetQueryExecution',
      'GetQueryResults',
      'GetQueryRuntimeStatistics',
      'StopQueryExecution',
    ),
    BatchGetQueryExecution: 'QueryExecutionIds[]',
  },
  fills: { WorkGroupName: 'joined.WorkGroup' },
  source: 'Amazon Athena API Reference, StartQueryExecution, ListQueryExecutions, QueryExecution',
};

const athenaNamedQuery: Join = {
  kind: 'named query',
  told: {
    CreateNamedQuery: { id: 'answer.NamedQueryId', tells: inWorkGroup },
    GetNamedQuery: { id: 'NamedQueryId', tells: { WorkGroup: ['answer.NamedQuery.WorkGroup'] } },
    ListNamedQueries: { id: 'answer.NamedQueryIds[]', tells: inWorkGroup },
  },
  taken: {
    ...takenBy('NamedQueryId', 'DeleteNamedQuery', 'GetNamedQuery', 'UpdateNamedQuery'),
    BatchGetNamedQuery: 'NamedQueryIds[]',
  },
  fills: { WorkGroupName: 'joined.WorkGroup' },
  source: 'Amazon Athena API Reference, CreateNamedQuery, ListNamedQueries, NamedQuery',
};

const athenaSession: Join = {
  kind: 'session',
  told: {
    GetSession: { id: 'SessionId', tells: { WorkGroup: ['answer.WorkGroup'] } },
    ListNotebookSessions: {
      id: 'answer.NotebookSessionsList[].SessionId',
      tells: { WorkGroup: ['joined.WorkGroup'] },
    },
    ListSessions: { id: 'answer.Sessions[].SessionId', tells: { WorkGroup: ['WorkGroup'] } },
    StartSession: { id: 'answer.SessionId', tells: { WorkGroup: ['WorkGroup'] } },
  },
  taken: takenBy(
    'SessionId',
    'CreatePresignedNotebookUrl',
    'GetSession',
    'GetSessionEndpoint',
    'GetSessionStatus',
    'ListCalculationExecutions',
    'StartCalculationExecution',
    'TerminateSession',
  ),
  fills: { WorkGroupName: 'joined.WorkGroup' },
  source: 'Amazon Athena API Reference, StartSession, ListSessions, GetSession',
};

const ofSession = {
  id: 'answer.CalculationExecutionId',
  tells: { WorkGroup: ['joined.WorkGroup'] },
};

const athenaCalculation: Join = {
  kind: 'calculation',
  told: {
    ListCalculationExecutions: {
      ...ofSession,
      id: 'answer.Calculations[].CalculationExecutionId',
    },
    StartCalculationExecution: ofSession,
  },
  taken: takenBy(
    'CalculationExecutionId',
    'GetCalculationExecution',
    'GetCalculationExecutionCode',
    'GetCalculationExecutionStatus',
    'StopCalculationExecution',
  ),
  fills: { WorkGroupName: 'joined.WorkGroup' },
  source: 'Amazon Athena API Reference, StartCalculationExecution, ListCalculationExecutions',
};

const metadata = {
  id: 'NotebookId',
  tells: { WorkGroup: ['answer.NotebookMetadata.WorkGroup'] },
};

const athenaNotebook: Join = {
  kind: 'notebook',
  told: {
    CreateNotebook: { id: 'answer.NotebookId', tells: { WorkGroup: ['WorkGroup'] } },
    ExportNotebook: metadata,
    GetNotebookMetadata: metadata,
    ImportNotebook: { id: 'answer.NotebookId', tells: { WorkGroup: ['WorkGroup'] } },
    ListNotebookMetadata: {
      id: 'answer.NotebookMetadataList[].NotebookId',
      tells: { WorkGroup: ['WorkGroup'] },
    },
  },
  taken: takenBy(
    'NotebookId',
    'DeleteNotebook',
    'ExportNotebook',
    'GetNotebookMetadata',
    'ListNotebookSessions',
    'UpdateNotebook',
    'UpdateNotebookMetadata',
  ),
  fills: { WorkGroupName: 'joined.WorkGroup' },
  source: 'Amazon Athena API Reference, CreateNotebook, ListNotebookMetadata, NotebookMetadata',
};

const namedStream = {
  StreamArn: ['StreamARN', 'joined.StreamArn'],
  StreamName: ['StreamName', 'joined.StreamName'],
};

const kinesisIterator: Join = {
  kind: 'shard iterator',
  told: {
    GetRecords: {
      id: 'answer.NextShardIterator',
      tells: {
        StreamArn: ['StreamARN', 'joined.StreamArn'],
        StreamName: ['joined.StreamName'],
      },
    },
    GetShardIterator: { id: 'answer.ShardIterator', tells: namedStream },
  },
  taken: { GetRecords: 'ShardIterator' },
  fills: { StreamName: 'joined.StreamName', 'stream.arn': 'joined.StreamArn' },
  source: 'Amazon Kinesis Data Streams API Reference, GetShardIterator, GetRecords',
};

const kinesisPage: Join = {
  kind: 'page of shards',
  told: { ListShards: { id: 'answer.NextToken', tells: namedStream } },
  taken: { ListShards: 'NextToken' },
  fills: { StreamName: 'joined.StreamName', 'stream.arn': 'joined.StreamArn' },
  source: 'Amazon Kinesis Data Streams API Reference, ListShards: the token stands for the stream',
};

const keyspacesIterator: Join = {
  kind: 'shard iterator',
  told: {
    GetRecords: {
      id: 'answer.nextShardIterator',
      tells: { StreamArn: ['joined.StreamArn'] },
    },
    GetShardIterator: { id: 'answer.shardIterator', tells: { StreamArn: ['streamArn'] } },
  },
  taken: { GetRecords: 'shardIterator' },
  fills: { 'stream.arn': 'joined.StreamArn' },
  source: 'Amazon Keyspaces Streams API Reference, GetShardIterator, GetRecords',
};

const moveTask: Join = {
  kind: 'message move task',
  told: {
    ListMessageMoveTasks: {
      id: 'answer.Results[].TaskHandle',
      tells: { SourceArn: ['SourceArn'] },
    },
    StartMessageMoveTask: { id: 'answer.TaskHandle', tells: { SourceArn: ['SourceArn'] } },
  },
  taken: { CancelMessageMoveTask: 'TaskHandle' },
  fills: { 'queue.arn': 'joined.SourceArn' },
  source: 'Amazon SQS API Reference, StartMessageMoveTask, CancelMessageMoveTask',
};

const logsQuery: Join = {
  kind: 'query',
  told: {
    StartQuery: {
      id: 'answer.queryId',
      tells: { LogGroup: ['logGroupName', 'logGroupNames[]', 'logGroupIdentifiers[]'] },
    },
  },
  taken: { GetQueryResults: 'queryId' },
  fills: { LogGroupName: 'logGroup(joined.LogGroup)' },
  source: 'Amazon CloudWatch Logs API Reference, StartQuery, GetQueryResults',
};

const swfTask = { id: 'answer.taskToken', tells: { Domain: ['domain'] } };

const dataQualityRun: Join = {
  kind: 'ruleset evaluation run',
  told: {
    GetDataQualityRulesetEvaluationRun: {
      id: 'RunId',
      tells: { Ruleset: ['answer.RulesetNames[]'] },
    },
    StartDataQualityRulesetEvaluationRun: {
      id: 'answer.RunId',
      tells: { Ruleset: ['RulesetNames[]'] },
    },
  },
  taken: takenBy(
    'RunId',
    'CancelDataQualityRulesetEvaluationRun',
    'GetDataQualityRulesetEvaluationRun',
  ),
  fills: { RulesetName: 'joined.Ruleset' },
  source: 'AWS Glue API Reference, StartDataQualityRulesetEvaluationRun',
};

const dataQualityResult: Join = {
  kind: 'data quality result',
  told: { GetDataQualityResult: { id: 'ResultId', tells: { Ruleset: ['answer.RulesetName'] } } },
  taken: { GetDataQualityResult: 'ResultId' },
  fills: { RulesetName: 'joined.Ruleset' },
  source: 'AWS Glue API Reference, GetDataQualityResult',
};

const ofArchive = { ArchiveId: ['ArchiveId'] };
const archiveFilled = { 'mailmanager-archive.ArchiveId': 'joined.ArchiveId' };
const archiveSource =
  'Amazon SES Mail Manager API Reference, StartArchiveSearch, StartArchiveExport';

const archives: readonly Join[] = [
  {
    kind: 'archive search',
    told: {
      GetArchiveSearch: { id: 'SearchId', tells: { ArchiveId: ['answer.ArchiveId'] } },
      ListArchiveSearches: { id: 'answer.Searches[].SearchId', tells: ofArchive },
      StartArchiveSearch: { id: 'answer.SearchId', tells: ofArchive },
    },
    taken: takenBy('SearchId', 'GetArchiveSearch', 'GetArchiveSearchResults', 'StopArchiveSearch'),
    fills: archiveFilled,
    source: archiveSource,
  },
  {
    kind: 'archive export',
    told: {
      GetArchiveExport: { id: 'ExportId', tells: { ArchiveId: ['answer.ArchiveId'] } },
      ListArchiveExports: { id: 'answer.Exports[].ExportId', tells: ofArchive },
      StartArchiveExport: { id: 'answer.ExportId', tells: ofArchive },
    },
    taken: takenBy('ExportId', 'GetArchiveExport', 'StopArchiveExport'),
    fills: archiveFilled,
    source: archiveSource,
  },
  {
    kind: 'archived message',
    told: {
      GetArchiveSearchResults: {
        id: 'answer.Rows[].ArchivedMessageId',
        tells: { ArchiveId: ['joined.ArchiveId'] },
      },
    },
    taken: takenBy('ArchivedMessageId', 'GetArchiveMessage', 'GetArchiveMessageContent'),
    fills: archiveFilled,
    source: archiveSource,
  },
  {
    kind: 'address list import',
    told: {
      CreateAddressListImportJob: {
        id: 'answer.JobId',
        tells: { AddressListId: ['AddressListId'] },
      },
      GetAddressListImportJob: {
        id: 'JobId',
        tells: { AddressListId: ['answer.AddressListId'] },
      },
      ListAddressListImportJobs: {
        id: 'answer.ImportJobs[].JobId',
        tells: { AddressListId: ['AddressListId'] },
      },
    },
    taken: takenBy(
      'JobId',
      'GetAddressListImportJob',
      'StartAddressListImportJob',
      'StopAddressListImportJob',
    ),
    fills: { AddressListId: 'joined.AddressListId' },
    source: 'Amazon SES Mail Manager API Reference, CreateAddressListImportJob',
  },
];

/** Queries, streams, queues and mail. */
export const dataJoins: JoinTable = {
  athena: [athenaQuery, athenaNamedQuery, athenaSession, athenaCalculation, athenaNotebook],
  'cloudwatch-logs': [
    logsQuery,
    {
      kind: 'delivery',
      told: {
        CreateDelivery: {
          id: 'answer.delivery.id',
          tells: {
            DestinationArn: ['deliveryDestinationArn'],
            SourceName: ['deliverySourceName'],
          },
        },
        GetDelivery: {
          id: 'id',
          tells: {
            DestinationArn: ['answer.delivery.deliveryDestinationArn'],
            SourceName: ['answer.delivery.deliverySourceName'],
          },
        },
      },
      taken: { UpdateDeliveryConfiguration: 'id' },
      fills: {
        DeliverySourceName: 'joined.SourceName',
        'delivery-destination.arn': 'joined.DestinationArn',
      },
      source: 'Amazon CloudWatch Logs API Reference, CreateDelivery, Delivery',
    },
  ],
  'data-pipeline': [
    {
      kind: 'task',
      told: {
        PollForTask: {
          id: 'answer.taskObject.taskId',
          tells: { PipelineId: ['answer.taskObject.pipelineId'] },
        },
      },
      taken: takenBy('taskId', 'ReportTaskProgress', 'SetTaskStatus'),
      fills: { PipelineId: 'joined.PipelineId' },
      source: 'AWS Data Pipeline API Reference, PollForTask, TaskObject',
    },
  ],
  glue: [dataQualityRun, dataQualityResult],
  keyspacesstreams: [keyspacesIterator],
  kinesis: [kinesisIterator, kinesisPage],
  mailmanager: archives,
  sqs: [moveTask],
  swf: [
    {
      kind: 'task',
      told: { PollForActivityTask: swfTask, PollForDecisionTask: swfTask },
      taken: takenBy(
        'taskToken',
        'RecordActivityTaskHeartbeat',
        'RespondActivityTaskCanceled',
        'RespondActivityTaskCompleted',
        'RespondActivityTaskFailed',
        'RespondDecisionTaskCompleted',
      ),
      fills: { DomainName: 'joined.Domain' },
      source: 'Amazon Simple Workflow Service API Reference, PollForActivityTask',
    },
  ],
};
