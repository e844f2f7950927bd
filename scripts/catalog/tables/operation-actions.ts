import { joinOperationRows, type OperationRows } from './join-operation-rows.ts';
import { aiAndDataOperations } from './operation-actions/ai-and-data.ts';
import { alarmOperations } from './operation-actions/alarms.ts';
import { apiGatewayOperations } from './operation-actions/api-gateway.ts';
import { billingOperations } from './operation-actions/billing.ts';
import { cloudfrontOperations } from './operation-actions/cloudfront.ts';
import { computeAndNetworkOperations } from './operation-actions/compute-and-network.ts';
import { dataApiOperations } from './operation-actions/data-apis.ts';
import { databaseOperations } from './operation-actions/databases.ts';
import { directoryBucketOperations } from './operation-actions/directory-buckets.ts';
import { endpointOperations } from './operation-actions/endpoints.ts';
import { eventAndMessageOperations } from './operation-actions/events-and-messages.ts';
import { finalSnapshotOperations } from './operation-actions/final-snapshots.ts';
import { glueOperations } from './operation-actions/glue.ts';
import { identityOperations } from './operation-actions/identity.ts';
import { instanceOperations } from './operation-actions/instances.ts';
import { keyOperations } from './operation-actions/keys.ts';
import { loadBalancingOperations } from './operation-actions/load-balancing.ts';
import { mediaOperations } from './operation-actions/media.ts';
import { modelInvocation } from './operation-actions/model-invocation.ts';
import { neptuneOperations } from './operation-actions/neptune.ts';
import { noPermissionOperations } from './operation-actions/no-permission.ts';
import { partiqlOperations } from './operation-actions/partiql.ts';
import { retiredOperations } from './operation-actions/retired.ts';
import { type OperationRow, one } from './operation-actions/row.ts';
import { s3Operations } from './operation-actions/s3.ts';
import { s3ControlOperations } from './operation-actions/s3-control.ts';
import { securityOperations } from './operation-actions/security.ts';
import { serviceLinkedRoleOperations } from './operation-actions/service-linked-roles.ts';
import { storageOperations } from './operation-actions/storage.ts';
import { streamOperations } from './operation-actions/streams.ts';
import { systemsManagerOperations } from './operation-actions/systems-manager.ts';
import { tagsByIdOperations } from './operation-actions/tags-by-id.ts';
import { takingPartOperations } from './operation-actions/taking-part.ts';
import { timestreamOperations } from './operation-actions/timestream.ts';

// Source: API Gateway Developer Guide, "Use IAM authorization" of WebSocket APIs. Each connection has an id of its own.
const manageConnection = (method: string): OperationRow => [
  {
    action: 'execute-api:ManageConnections',
    template: `arn:\${Partition}:execute-api:\${Region}:\${Account}:\${ApiId}/\${Stage}/${method}/@connections/*`,
  },
];

// Source: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control": one of its
// examples allows the query of an index on the ARN of the index alone. Elsewhere the guide names table and index.
const tableOrIndex = (action: string): OperationRow => [
  { action, unless: ['IndexName'], types: ['table'] },
  {
    action,
    when: ['IndexName'],
    types: ['index'],
    because: 'reads an index, which is checked on its own ARN: the table need not be allowed',
  },
];

// Source: Amazon SQS API Reference, StartMessageMoveTask, SourceArn.
const onSource = (action: string): OperationRow => [{ action, bind: { QueueName: 'SourceArn' } }];

// The function with its version or alias, where one is named.
const invokeFunction: OperationRow = [{ action: 'lambda:InvokeFunction', types: ['function'] }];

// Source: "API operations defined by Amazon Bedrock"; Amazon Bedrock User Guide, "Set up permissions to use guardrails".
const guardrail = (identifier: string): OperationRow => [
  {
    action: 'bedrock:ApplyGuardrail',
    when: [identifier],
    types: ['guardrail'],
    because: 'applies the guardrail that it names',
  },
];

const rows: OperationRows = {
  accessanalyzer: {
    GetFindingV2: one('access-analyzer:GetFinding'),
    ListFindingsV2: one('access-analyzer:ListFindings'),
  },
  'bedrock-runtime': {
    Converse: [
      ...modelInvocation('bedrock:InvokeModel'),
      ...guardrail('guardrailConfig.guardrailIdentifier'),
    ],
    ConverseStream: [
      ...modelInvocation('bedrock:InvokeModelWithResponseStream'),
      ...guardrail('guardrailConfig.guardrailIdentifier'),
    ],
    InvokeModel: [...modelInvocation('bedrock:InvokeModel'), ...guardrail('guardrailIdentifier')],
    // Source: "API operations defined by Amazon Bedrock".
    InvokeModelWithBidirectionalStream: modelInvocation('bedrock:InvokeModel'),
    InvokeModelWithResponseStream: [
      ...modelInvocation('bedrock:InvokeModelWithResponseStream'),
      ...guardrail('guardrailIdentifier'),
    ],
    // Source: Amazon Bedrock API Reference, StartAsyncInvoke.
    StartAsyncInvoke: modelInvocation('bedrock:InvokeModel'),
  },
  // Budgets has two actions for the whole budget, whatever part of it the operation touches.
  // Source: "Actions, resources, and condition keys for AWS Budget Service".
  budgets: {
    ...Object.fromEntries(
      [
        'CreateBudget',
        'CreateNotification',
        'CreateSubscriber',
        'DeleteBudget',
        'DeleteNotification',
        'DeleteSubscriber',
        'UpdateBudget',
        'UpdateNotification',
        'UpdateSubscriber',
      ].map((operation) => [operation, one('budgets:ModifyBudget')]),
    ),
    ...Object.fromEntries(
      [
        'DescribeBudget',
        'DescribeBudgetNotificationsForAccount',
        'DescribeBudgetPerformanceHistory',
        'DescribeBudgets',
        'DescribeNotificationsForBudget',
        'DescribeSubscribersForNotification',
      ].map((operation) => [operation, one('budgets:ViewBudget')]),
    ),
  },
  cloudfront: {
    CreateDistributionWithTags: one('cloudfront:CreateDistribution', 'cloudfront:TagResource'),
    CreateStreamingDistributionWithTags: one(
      'cloudfront:CreateStreamingDistribution',
      'cloudfront:TagResource',
    ),
  },
  'cloudsearch-domain': { UploadDocuments: one('cloudsearch:document') },
  comprehendmedical: { DetectEntities: one('comprehendmedical:DetectEntitiesV2') },
  apigatewaymanagementapi: {
    DeleteConnection: manageConnection('DELETE'),
    GetConnection: manageConnection('GET'),
    PostToConnection: manageConnection('POST'),
  },
  // Source: DynamoDB Developer Guide, "Using IAM with transactions" and "IAM security policies with PartiQL".
  dynamodb: {
    TransactGetItems: [
      { action: 'dynamodb:GetItem', bind: { TableName: 'TransactItems[].Get.TableName' } },
    ],
    TransactWriteItems: [
      {
        action: 'dynamodb:PutItem',
        when: ['TransactItems[].Put.TableName'],
        bind: { TableName: 'TransactItems[].Put.TableName' },
      },
      {
        action: 'dynamodb:UpdateItem',
        when: ['TransactItems[].Update.TableName'],
        bind: { TableName: 'TransactItems[].Update.TableName' },
      },
      {
        action: 'dynamodb:DeleteItem',
        when: ['TransactItems[].Delete.TableName'],
        bind: { TableName: 'TransactItems[].Delete.TableName' },
      },
      {
        action: 'dynamodb:ConditionCheckItem',
        when: ['TransactItems[].ConditionCheck.TableName'],
        bind: { TableName: 'TransactItems[].ConditionCheck.TableName' },
      },
    ],
    BatchGetItem: [{ action: 'dynamodb:BatchGetItem', bind: { TableName: 'RequestItems{}' } }],
    BatchWriteItem: [{ action: 'dynamodb:BatchWriteItem', bind: { TableName: 'RequestItems{}' } }],
    Query: tableOrIndex('dynamodb:Query'),
    Scan: tableOrIndex('dynamodb:Scan'),
  },
  'execute-api': {
    Invoke: [{ action: 'execute-api:Invoke', types: ['execute-api-general'] }],
  },
  lambda: {
    GetLayerVersionByArn: one('lambda:GetLayerVersion'),
    Invoke: invokeFunction,
    InvokeWithResponseStream: invokeFunction,
    // Source: AWS Lambda Developer Guide, "Control access to Lambda function URLs": URLs made since October 2025 need both.
    InvokeFunctionUrl: [
      {
        action: 'lambda:InvokeFunctionUrl',
        conditions: { StringEquals: { 'lambda:FunctionUrlAuthType': ['AWS_IAM'] } },
      },
      {
        action: 'lambda:InvokeFunction',
        conditions: { Bool: { 'lambda:InvokedViaFunctionUrl': ['true'] } },
        because: 'a function that is called by its URL is invoked too',
      },
    ],
  },
  // Source: CloudWatch Logs User Guide: tags belong to the log group itself, whose ARN has no `:*`.
  'cloudwatch-logs': Object.fromEntries(
    ['ListTagsLogGroup', 'TagLogGroup', 'UntagLogGroup'].map((operation) => [
      operation,
      [
        {
          action: `logs:${operation}`,
          template: 'arn:${Partition}:logs:${Region}:${Account}:log-group:${logGroupName}',
        },
      ],
    ]),
  ),
  sns: { PublishBatch: one('sns:Publish') },
  sqs: {
    ChangeMessageVisibilityBatch: one('sqs:ChangeMessageVisibility'),
    DeleteMessageBatch: one('sqs:DeleteMessage'),
    ListMessageMoveTasks: onSource('sqs:ListMessageMoveTasks'),
    SendMessageBatch: one('sqs:SendMessage'),
    StartMessageMoveTask: onSource('sqs:StartMessageMoveTask'),
  },
  // Source: AWS STS API Reference: GetCallerIdentity and GetSessionToken need no permissions.
  sts: { GetCallerIdentity: [], GetSessionToken: [] },
  verifiedpermissions: {
    BatchIsAuthorized: one('verifiedpermissions:IsAuthorized'),
    BatchIsAuthorizedWithToken: one('verifiedpermissions:IsAuthorizedWithToken'),
  },
};

/**
 * Operations whose actions are not the action of their own name, by service id and operation.
 * Source, unless a row says another: the table "API operations" of the service's page in the Service
 * Authorization Reference, cut down to what the request's own parameters ask for.
 */
export const operationActions: OperationRows = joinOperationRows(
  rows,
  aiAndDataOperations,
  alarmOperations,
  apiGatewayOperations,
  billingOperations,
  cloudfrontOperations,
  computeAndNetworkOperations,
  dataApiOperations,
  databaseOperations,
  directoryBucketOperations,
  endpointOperations,
  eventAndMessageOperations,
  finalSnapshotOperations,
  glueOperations,
  identityOperations,
  instanceOperations,
  keyOperations,
  loadBalancingOperations,
  mediaOperations,
  neptuneOperations,
  noPermissionOperations,
  partiqlOperations,
  retiredOperations,
  s3Operations,
  s3ControlOperations,
  securityOperations,
  serviceLinkedRoleOperations,
  storageOperations,
  streamOperations,
  systemsManagerOperations,
  tagsByIdOperations,
  takingPartOperations,
  timestreamOperations,
);
