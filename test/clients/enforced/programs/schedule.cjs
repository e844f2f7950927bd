// Wires nightly jobs and reactions to events (AWS SDK v2). ENDPOINT, where set, is an endpoint written in code.
const AWS = require('aws-sdk');

const endpoint = process.env.ENDPOINT;
AWS.config.update({ region: 'eu-west-1', ...(endpoint && { endpoint }) });
const events = new AWS.EventBridge();
const scheduler = new AWS.Scheduler();
const sts = new AWS.STS();

async function wire() {
  const { Account } = await sts.getCallerIdentity().promise();
  const here = `eu-west-1:${Account}`;
  await events.createEventBus({ Name: 'library' }).promise();
  await events
    .putRule({
      Name: 'book-returned',
      EventBusName: 'library',
      EventPattern: JSON.stringify({ source: ['library.desk'] }),
    })
    .promise();
  await events
    .putTargets({
      Rule: 'book-returned',
      EventBusName: 'library',
      Targets: [
        {
          Id: 'workflow',
          Arn: `arn:aws:states:${here}:stateMachine:shelve`,
          RoleArn: `arn:aws:iam::${Account}:role/start-shelving`,
        },
      ],
    })
    .promise();
  const entry = {
    Source: 'library.shelves',
    DetailType: 'returned',
    Detail: '{"book":7}',
    EventBusName: 'library',
  };
  const { FailedEntryCount } = await events.putEvents({ Entries: [entry] }).promise();
  console.log('failed entries', FailedEntryCount);

  await scheduler.createScheduleGroup({ Name: 'library' }).promise();
  await scheduler
    .createSchedule({
      Name: 'remind-readers',
      GroupName: 'library',
      ScheduleExpression: 'cron(0 7 * * ? *)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: `arn:aws:lambda:${here}:function:remind`,
        RoleArn: `arn:aws:iam::${Account}:role/run-nightly`,
      },
    })
    .promise();
  const { Schedules } = await scheduler.listSchedules({ GroupName: 'library' }).promise();
  console.log('schedules', Schedules.length);
}

wire();
