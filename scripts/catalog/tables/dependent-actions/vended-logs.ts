import type { OperationRows } from '../join-operation-rows.ts';
import { destinationsIn, type LogDestinations, letLogsIn } from '../log-destinations.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const onDeliveries = (
  destinations: LogDestinations,
  ...actions: readonly string[]
): readonly GrantRow[] =>
  actions.map((action) => ({
    action: `logs:${action}`,
    when: Object.values(destinations),
    types: [],
    because: 'delivers the logs to where the request says',
  }));

const hide = (rows: OperationRow): OperationRow =>
  rows.map((row) => ({ ...row, hidden: true as const }));

/** Of a first delivery; nothing in the request tells whether it is one. */
const delivers = (destinations: LogDestinations, ...more: readonly string[]): OperationRow => [
  ...onDeliveries(destinations, 'CreateLogDelivery', ...more),
  ...hide(letLogsIn(destinations)),
];

// The first one must be let in by whoever sets the logging up: it fails otherwise.
const isFirehose = ({ action }: GrantRow) => !/^(?:logs|s3):/.test(action);
const mustLetIn = (destinations: LogDestinations): OperationRow => {
  const rows = letLogsIn(destinations);
  return [...rows.filter((row) => !isFirehose(row)), ...hide(rows.filter(isFirehose))];
};

const always = (...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({
    action: `logs:${action}`,
    types: [],
    because: 'looks after the delivery of the logs',
  }));

const auditLogs = (...actions: readonly string[]): OperationRow =>
  onDeliveries(
    { logGroup: 'AuditDestinationARN' },
    ...actions,
    'GetLogDelivery',
    'ListLogDeliveries',
    'UpdateLogDelivery',
  );

const brokers = (before: string): OperationRow =>
  delivers({
    logGroup: `${before}LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup`,
    bucket: `${before}LoggingInfo.BrokerLogs.S3.Bucket`,
    stream: `${before}LoggingInfo.BrokerLogs.Firehose.DeliveryStream`,
  });

const cache = delivers({
  logGroup: 'LogDeliveryConfigurations[].DestinationDetails.CloudWatchLogsDetails.LogGroup',
  stream: 'LogDeliveryConfigurations[].DestinationDetails.KinesisFirehoseDetails.DeliveryStream',
});

const chat = delivers({
  logGroup: 'destinationConfiguration.cloudWatchLogs.logGroupName',
  bucket: 'destinationConfiguration.s3.bucketName',
  stream: 'destinationConfiguration.firehose.deliveryStreamName',
});

const pipe = delivers({
  logGroup: 'LogConfiguration.CloudwatchLogsLogDestination.LogGroupArn',
  bucket: 'LogConfiguration.S3LogDestination.BucketName',
  stream: 'LogConfiguration.FirehoseLogDestination.DeliveryStreamArn',
});

const stageLogs: LogDestinations = { logGroup: 'AccessLogSettings.DestinationArn' };
const stage: OperationRow = [
  ...onDeliveries(
    stageLogs,
    'CreateLogDelivery',
    'DeleteLogDelivery',
    'GetLogDelivery',
    'ListLogDeliveries',
    'UpdateLogDelivery',
  ),
  ...letLogsIn(stageLogs),
].map((row) => ({
  ...row,
  because: 'logs calls of the stage in the name of the caller; superfluous for WebSocket APIs',
}));

const firewallLog = 'LoggingConfiguration.LogDestinationConfigs[].LogDestination';
const firewallLogs: LogDestinations = {
  logGroup: `${firewallLog}.logGroup`,
  bucket: `${firewallLog}.bucketName`,
  stream: `${firewallLog}.deliveryStream`,
};

const webAclLogs = destinationsIn('LoggingConfiguration.LogDestinationConfigs[]');
const { logGroup, bucket } = webAclLogs;

/**
 * What operations need that have logs delivered by CloudWatch Logs, by service id and operation.
 * Source: Amazon CloudWatch Logs User Guide, "Enable logging from AWS services", what needs V1 permissions, and the user
 * permissions of "Logs sent to CloudWatch Logs", "… to Amazon S3" and "… to Firehose", but where a line says another.
 */
export const vendedLogs: OperationRows = {
  amp: {
    CreateLoggingConfiguration: delivers({ logGroup: 'logGroupArn' }),
    UpdateLoggingConfiguration: delivers({ logGroup: 'logGroupArn' }),
  },
  // Source: Amazon API Gateway Developer Guide, "Configure logging for HTTP APIs in API Gateway", permissions. WebSocket
  // APIs log by a role of the account; the request does not say which kind the API is.
  apigatewayv2: { CreateStage: stage, UpdateStage: stage },
  'cognito-identity-provider': {
    SetLogDeliveryConfiguration: delivers({
      logGroup: 'LogConfigurations[].CloudWatchLogsConfiguration.LogGroupArn',
      bucket: 'bucketOfArn(LogConfigurations[].S3Configuration.BucketArn)',
      stream: 'LogConfigurations[].FirehoseConfiguration.StreamArn',
    }),
  },
  elasticache: {
    CreateCacheCluster: cache,
    CreateReplicationGroup: cache,
    ModifyCacheCluster: cache,
    ModifyReplicationGroup: cache,
  },
  'global-accelerator': { UpdateAcceleratorAttributes: delivers({ bucket: 'FlowLogsS3Bucket' }) },
  ivschat: { CreateLoggingConfiguration: chat, UpdateLoggingConfiguration: chat },
  kafka: {
    CreateCluster: brokers(''),
    CreateClusterV2: brokers('Provisioned.'),
    UpdateMonitoring: brokers(''),
  },
  // Source: AWS Network Firewall Developer Guide, "Sending AWS Network Firewall logs to Amazon CloudWatch Logs".
  'network-firewall': {
    UpdateLoggingConfiguration: [
      ...onDeliveries(
        firewallLogs,
        'CreateLogDelivery',
        'DeleteLogDelivery',
        'GetLogDelivery',
        'ListLogDeliveries',
        'UpdateLogDelivery',
      ),
      ...mustLetIn(firewallLogs),
    ],
    DescribeLoggingConfiguration: always('GetLogDelivery', 'ListLogDeliveries'),
  },
  pipes: { CreatePipe: pipe, UpdatePipe: pipe },
  route53resolver: { CreateResolverQueryLogConfig: delivers(destinationsIn('DestinationArn')) },
  // Source, here and below: column "Dependent actions" of the service's page in the Service Authorization Reference.
  'storage-gateway': {
    AssociateFileSystem: auditLogs('CreateLogDelivery'),
    UpdateFileSystemAssociation: auditLogs('CreateLogDelivery', 'DeleteLogDelivery'),
  },
  'vpc-lattice': {
    CreateAccessLogSubscription: delivers(destinationsIn('destinationArn'), 'GetLogDelivery'),
    DeleteAccessLogSubscription: always('DeleteLogDelivery', 'GetLogDelivery'),
    GetAccessLogSubscription: always('GetLogDelivery'),
    UpdateAccessLogSubscription: [
      ...always('GetLogDelivery', 'UpdateLogDelivery'),
      ...hide(letLogsIn(destinationsIn('destinationArn'))),
    ],
  },
  // Source: AWS WAF Developer Guide, "Sending protection pack (web ACL) traffic logs to a CloudWatch Logs log group" and
  // "… to an Amazon S3 bucket", permissions. Streams take nothing beside the service-linked role of WAF.
  wafv2: {
    DeleteLoggingConfiguration: hide(always('DeleteLogDelivery')).map((row) => ({
      ...row,
      source:
        'AWS WAF Developer Guide, "Sending protection pack (web ACL) traffic logs to a CloudWatch Logs log group", permissions',
    })),
    PutLoggingConfiguration: [
      ...onDeliveries({ logGroup, bucket }, 'CreateLogDelivery', 'DeleteLogDelivery'),
      ...letLogsIn({ logGroup, bucket }),
    ],
  },
};
