import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const because = 'sets up the delivery of logs in the name of the caller';

const deliveries = (when: string | undefined, ...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `logs:${name}`,
    ...(when !== undefined && { when: [when] }),
    types: [],
    because,
  }));

const destinations = 'LoggingConfiguration.LogDestinationConfigs[]';

/**
 * What else operations need that deliver logs by CloudWatch Logs.
 * Source: Amazon VPC Lattice User Guide, "Access logs", IAM permissions; AWS Network Firewall Developer Guide, "Logging
 * destinations", permissions of each, with managed policy AWSNetworkFirewallFullAccess; for AWS Storage Gateway the column
 * "Dependent actions" of its page in the Service Authorization Reference.
 */
export const logDelivery: OperationRows = {
  'network-firewall': {
    DescribeLoggingConfiguration: deliveries(undefined, 'GetLogDelivery', 'ListLogDeliveries'),
    UpdateLoggingConfiguration: [
      ...deliveries(
        undefined,
        'CreateLogDelivery',
        'DeleteLogDelivery',
        'GetLogDelivery',
        'ListLogDeliveries',
        'UpdateLogDelivery',
      ),
      ...deliveries(
        `isCloudWatchLogs(${destinations}.LogDestinationType)`,
        'DescribeLogGroups',
        'DescribeResourcePolicies',
        'PutResourcePolicy',
      ),
    ],
  },
  'storage-gateway': {
    AssociateFileSystem: deliveries(
      'AuditDestinationARN',
      'CreateLogDelivery',
      'GetLogDelivery',
      'ListLogDeliveries',
      'UpdateLogDelivery',
    ),
    UpdateFileSystemAssociation: deliveries(
      'AuditDestinationARN',
      'CreateLogDelivery',
      'DeleteLogDelivery',
      'GetLogDelivery',
      'ListLogDeliveries',
      'UpdateLogDelivery',
    ),
  },
  'vpc-lattice': {
    CreateAccessLogSubscription: deliveries(undefined, 'CreateLogDelivery', 'GetLogDelivery'),
    DeleteAccessLogSubscription: deliveries(undefined, 'DeleteLogDelivery', 'GetLogDelivery'),
    GetAccessLogSubscription: deliveries(undefined, 'GetLogDelivery'),
    UpdateAccessLogSubscription: deliveries(undefined, 'GetLogDelivery', 'UpdateLogDelivery'),
  },
};
