import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from './signed-client.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  const KeySchema = [{ AttributeName: 'Id' }, { AttributeName: 'At' }];
  await dynamodb('CreateTable', { TableName: 'T', KeySchema });
  for (const [id, at, by] of items) {
    await dynamodb('PutItem', { TableName: 'T', Item: item(id, at, by) });
  }
});
afterAll(() => standIn.stop());

const items: readonly [string, string, string][] = [
  ['a', '1', 'ada'],
  ['a', '2', 'bob'],
  ['a', '10', 'ada'],
  ['b', '1', 'ada'],
];
const item = (Id: string, At: string, By: string) => ({
  Id: { S: Id },
  At: { N: At },
  By: { S: By },
});

async function dynamodb(operation: string, input: object) {
  const answer = await call(standIn, {
    service: 'dynamodb',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return { status: answer.status, body: JSON.parse(answer.text) };
}

describe('a table', () => {
  it('describes itself with its ARN', async () => {
    const { body } = await dynamodb('DescribeTable', { TableName: 'T' });
    expect(body.Table).toMatchObject({
      TableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/T',
      TableStatus: 'ACTIVE',
      ItemCount: 4,
    });
  });

  it('gives an item by its whole key, whatever the order of its parts', async () => {
    const Key = { At: { N: '2' }, Id: { S: 'a' } };
    const { body } = await dynamodb('GetItem', { TableName: 'T', Key });
    expect(body.Item).toEqual(item('a', '2', 'bob'));
  });

  it('may be named by its ARN', async () => {
    const TableName = 'arn:aws:dynamodb:eu-west-1:123456789012:table/T';
    const Key = { Id: { S: 'none' }, At: { N: '0' } };
    expect(await dynamodb('GetItem', { TableName, Key })).toEqual({ status: 200, body: {} });
  });

  const values = {
    ':a': { S: 'a' },
    ':ada': { S: 'ada' },
    ':two': { N: '2' },
    ':b': { S: 'b' },
  };
  it.each([
    ['Id = :a', 3],
    ['Id = :a AND At > :two', 1],
    ['Id = :a and At <= :two', 2],
    ['#by = :ada', 3],
    ['Id = :a AND begins_with(#by, :b)', 1],
  ])('finds by %s', async (KeyConditionExpression, count) => {
    const { body } = await dynamodb('Query', {
      TableName: 'T',
      KeyConditionExpression,
      ExpressionAttributeNames: { '#by': 'By' },
      ExpressionAttributeValues: values,
    });
    expect([body.Count, body.Items.length]).toEqual([count, count]);
  });
});

describe('refusals', () => {
  it.each([
    ['GetItem', { TableName: 'none', Key: {} }, 'ResourceNotFoundException'],
    ['CreateTable', { TableName: 'T', KeySchema: [] }, 'ResourceInUseException'],
    ['GetItem', {}, 'ValidationException'],
    ['Query', { TableName: 'T', KeyConditionExpression: 'Id <> :a' }, 'ValidationException'],
    ['InventTable', {}, 'UnknownOperationException'],
  ])('of %s %j are %s', async (operation, input, code) => {
    const { status, body } = await dynamodb(operation, input);
    expect([status, body.__type.split('#')[1]]).toEqual([400, code]);
  });
});
