import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type PlainRequest } from './signed-client.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

const json = (service: string, target: string, body: object): PlainRequest => ({
  service,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target },
  body: JSON.stringify(body),
});
const form = (service: string, body: string): PlainRequest => ({
  service,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
});
const createBucket: PlainRequest = { service: 's3', method: 'PUT', path: '/b' };

describe('what the stand-in understood', () => {
  it('is told in order, without requests whose signature does not hold', async () => {
    await call(standIn, createBucket);
    await call(standIn, json('ssm', 'AmazonSSM.GetParameter', { Name: 'none' }));
    const credentials = { accessKeyId: 'unknown', secretAccessKey: 'unknown' };
    await call(standIn, createBucket, { credentials });
    expect(standIn.requests).toEqual([
      { service: 's3', operation: 'CreateBucket' },
      { service: 'ssm', operation: 'GetParameter' },
    ]);
  });
});

describe('a denied action', () => {
  it.each([
    ['s3:CreateBucket', createBucket, 403, '<Code>AccessDenied</Code>'],
    [
      'sts:GetCallerIdentity',
      form('sts', 'Action=GetCallerIdentity'),
      403,
      '<Code>AccessDenied</Code>',
    ],
    [
      'sqs:CreateQueue',
      form('sqs', 'Action=CreateQueue&QueueName=q'),
      403,
      '<Code>AccessDenied</Code>',
    ],
    [
      'sqs:CreateQueue',
      json('sqs', 'AmazonSQS.CreateQueue', { QueueName: 'q' }),
      400,
      '#AccessDeniedException"',
    ],
    [
      'dynamodb:GetItem',
      json('dynamodb', 'DynamoDB_20120810.GetItem', {}),
      400,
      '#AccessDeniedException"',
    ],
  ])('%s is refused as its protocol does it', async (action, request, status, shape) => {
    const before = standIn.requests.length;
    standIn.denied.add(action);
    const refused = await call(standIn, request);
    expect(refused.status).toBe(status);
    expect(refused.text).toContain(shape);
    expect(refused.text).toContain(`is not authorized to perform: ${action}`);

    standIn.denied.delete(action);
    expect((await call(standIn, request)).text).not.toContain('AccessDenied');
    expect(standIn.requests).toHaveLength(before + 2);
  });
});

describe('its certificate', () => {
  it.each([
    'localhost',
    'sts.amazonaws.com',
    'sqs.eu-west-1.amazonaws.com',
    'b.s3.eu-west-1.amazonaws.com',
  ])('is good for %s', async (servername) => {
    const port = Number(new URL(standIn.url).port);
    const socket = connect({ host: '127.0.0.1', port, servername, ca: standIn.caPem });
    await once(socket, 'secureConnect');
    socket.destroy();
  });

  it('is trusted by nobody who was not told', async () => {
    const port = Number(new URL(standIn.url).port);
    const socket = connect({ host: '127.0.0.1', port, servername: 'localhost' });
    const [error] = await once(socket, 'error');
    expect(error.code).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });
});

describe('a client that goes away', () => {
  it('leaves the others their answers', async () => {
    const port = Number(new URL(standIn.url).port);
    const socket = connect({ host: '127.0.0.1', port, servername: 'localhost', ca: standIn.caPem });
    await once(socket, 'secureConnect');
    socket.end('PUT /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf');
    await once(socket.resume(), 'close');
    expect((await call(standIn, { ...createBucket, path: '/other' })).status).toBe(200);
  });
});

describe('a stopped stand-in', () => {
  it('answers nobody any more', async () => {
    const stopped = await startStandIn();
    await stopped.stop();
    await expect(call(stopped, createBucket)).rejects.toThrow('ECONNREFUSED');
  });
});
