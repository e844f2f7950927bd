import type { GrantRow, OperationRow } from './row.ts';

const onArn = (action: string, parameter: string, rest: Partial<GrantRow> = {}): GrantRow => ({
  action,
  template: '${Arn}',
  bind: { Arn: parameter },
  ...rest,
});

// One ARN, which may be that of several resource types.
const execution = (operation: string): OperationRow => [
  onArn(`states:${operation}`, 'executionArn'),
];

const startQuery = (parameter: string): GrantRow => ({
  action: 'logs:StartQuery',
  when: [parameter],
  types: ['log-group'],
  bind: { LogGroupName: `logGroup(${parameter})` },
});

const deliverySource = (action: string): OperationRow => [
  { action, template: 'arn:${Partition}:logs:${Region}:${Account}:delivery-source:${name}' },
];

// Source: AWS Step Functions Developer Guide, "Authorization for versions and aliases in Step Functions workflows".
const onMachine = (operation: string, parameter = 'stateMachineArn'): GrantRow =>
  onArn(`states:${operation}`, `unqualifiedStateMachine(${parameter})`, {
    offered: {
      'ForAnyValue:StringEquals': {
        'states:StateMachineQualifier': [`{stateMachineQualifier(${parameter})}`],
      },
    },
  });

const publish: OperationRow = [
  onArn('sns:Publish', 'TopicArn', { when: ['TopicArn'] }),
  onArn('sns:Publish', 'TargetArn', { when: ['TargetArn'] }),
  {
    action: 'sns:Publish',
    when: ['PhoneNumber'],
    types: [],
    because: 'publishes to a phone number, which is no resource',
  },
];

// Whom an owner lets send for an identity names it by its ARN, in the owner's account.
const sendFor = (action: string, ...identities: readonly string[]): OperationRow => [
  { action },
  ...identities.map((identity) =>
    onArn(action, identity, {
      when: [identity],
      because: `sends for the identity in \`${identity}\``,
    }),
  ),
];

/** Operations of messaging, events, logs and state machines, by service id and operation. */
export const eventAndMessageOperations: Readonly<
  Record<string, Readonly<Record<string, OperationRow>>>
> = {
  'cloudwatch-logs': {
    // The table names the type of destinations, the operation deletes a source.
    DeleteDeliverySource: deliverySource('logs:DeleteDeliverySource'),
    PutDeliverySource: deliverySource('logs:PutDeliverySource'),
    // Source: CloudWatch Logs API Reference, PutSubscriptionFilter: a destination of Logs is checked, a stream is not.
    PutSubscriptionFilter: [
      { action: 'logs:PutSubscriptionFilter', types: ['log-group'] },
      onArn('logs:PutSubscriptionFilter', 'logsArn(destinationArn)', {
        when: ['logsArn(destinationArn)'],
      }),
    ],
    // Source: CloudWatch Logs API Reference, StartQuery: the groups stand in one of three parameters.
    StartQuery: [
      startQuery('logGroupName'),
      startQuery('logGroupNames[]'),
      startQuery('logGroupIdentifiers[]'),
    ],
  },
  // Source: Amazon SES Developer Guide, "Delegate sender tasks for Amazon SES sending authorization".
  ses: {
    SendBulkTemplatedEmail: sendFor('ses:SendBulkTemplatedEmail', 'SourceArn'),
    SendEmail: sendFor('ses:SendEmail', 'SourceArn'),
    SendRawEmail: sendFor('ses:SendRawEmail', 'SourceArn', 'FromArn'),
    SendTemplatedEmail: sendFor('ses:SendTemplatedEmail', 'SourceArn'),
  },
  sesv2: {
    SendBulkEmail: sendFor('ses:SendBulkEmail', 'FromEmailAddressIdentityArn'),
    SendEmail: sendFor('ses:SendEmail', 'FromEmailAddressIdentityArn'),
  },
  // Source: Step Functions Developer Guide, "Creating granular permissions for non-admin users": an execution's ARN
  // differs by its state machine's type.
  sfn: {
    CreateStateMachineAlias: [
      onArn(
        'states:CreateStateMachineAlias',
        'unqualifiedStateMachine(routingConfiguration[].stateMachineVersionArn)',
      ),
    ],
    DescribeStateMachine: [onMachine('DescribeStateMachine')],
    StartExecution: [onMachine('StartExecution')],
    StartSyncExecution: [onMachine('StartSyncExecution')],
    DescribeExecution: execution('DescribeExecution'),
    DescribeStateMachineForExecution: execution('DescribeStateMachineForExecution'),
    GetExecutionHistory: execution('GetExecutionHistory'),
    ListExecutions: [
      { ...onMachine('ListExecutions'), when: ['stateMachineArn'] },
      onArn('states:ListExecutions', 'mapRunArn', { when: ['mapRunArn'] }),
    ],
    StopExecution: execution('StopExecution'),
  },
  // Source: Amazon SNS Developer Guide, "Using identity-based policies with Amazon SNS".
  sns: { Publish: publish },
};
