import { type AskRules, arn, own, passed, text, texts, whereGiven } from '../judged-request.ts';

/** SNS, SQS, Step Functions, EventBridge, its scheduler and SES, after the Service Authorization Reference. */
export const messagingRules: AskRules = {
  'sqs:*': (request) => {
    const [name = text(request, 'QueueName')] = texts(request, 'QueueUrl').map(lastPart);
    const queue = arn(request, 'sqs', name);
    const action = request.action.replace(/Batch$/, '');
    return [{ action, resource: queue }, ...whereGiven(request, 'tags', 'sqs:TagQueue', queue)];
  },
  'sns:*': (request) => own(request, text(request, 'TopicArn')),
  'sns:CreateTopic': (request) => own(request, arn(request, 'sns', text(request, 'Name'))),
  'states:CreateStateMachine': (request) => [
    ...own(request, arn(request, 'states', `stateMachine:${text(request, 'name')}`)),
    ...passed(request, 'roleArn', 'states'),
  ],
  'states:StartExecution': (request) => own(request, text(request, 'stateMachineArn')),
  'states:DescribeExecution': (request) => own(request, text(request, 'executionArn')),
  'events:CreateEventBus': (request) =>
    own(request, arn(request, 'events', `event-bus/${text(request, 'Name')}`)),
  'events:PutEvents': (request) =>
    texts(request, 'Entries[].EventBusName').flatMap((bus) =>
      own(request, arn(request, 'events', `event-bus/${bus}`)),
    ),
  'events:PutRule': (request) => {
    const rule = `rule/${text(request, 'EventBusName')}/${text(request, 'Name')}`;
    return own(request, arn(request, 'events', rule));
  },
  'events:PutTargets': (request) => {
    const rule = `rule/${text(request, 'EventBusName')}/${text(request, 'Rule')}`;
    return [
      ...own(request, arn(request, 'events', rule)),
      ...passed(request, 'Targets[].RoleArn', 'events'),
    ];
  },
  'scheduler:CreateScheduleGroup': (request) =>
    own(request, arn(request, 'scheduler', `schedule-group/${text(request, 'Name')}`)),
  'scheduler:CreateSchedule': (request) => {
    const schedule = `schedule/${text(request, 'GroupName')}/${text(request, 'Name')}`;
    return [
      ...own(request, arn(request, 'scheduler', schedule)),
      ...passed(request, 'Target.RoleArn', 'scheduler'),
    ];
  },
  'scheduler:ListSchedules': (request) => own(request, '*'),
  'ses:VerifyEmailIdentity': (request) => own(request, '*'),
  'ses:SendEmail': (request) =>
    own(request, arn(request, 'ses', `identity/${text(request, 'Source')}`)),
};

function lastPart(url: string): string {
  return url.split('/').at(-1) ?? '';
}
