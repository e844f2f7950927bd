import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from './signed-client.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';
import { readXmlTexts } from './xml.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

async function json(operation: string, input: object) {
  const answer = await call(standIn, {
    service: 'sqs',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return { ...answer, content: JSON.parse(answer.text) };
}

const query = (path: string, form: Record<string, string>) =>
  call(standIn, {
    service: 'sqs',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

describe('a queue in awsJson', () => {
  it('takes a message, gives it with its MD5, and forgets it when told', async () => {
    const created = await json('CreateQueue', { QueueName: 'q' });
    const QueueUrl = created.content.QueueUrl;
    expect(QueueUrl).toBe('https://sqs.eu-west-1.amazonaws.com/123456789012/q');
    expect((await json('GetQueueUrl', { QueueName: 'q' })).content.QueueUrl).toBe(QueueUrl);

    const sent = await json('SendMessage', { QueueUrl, MessageBody: 'grüße' });
    expect(sent.content.MD5OfMessageBody).toBe(md5('grüße'));
    const received = await json('ReceiveMessage', { QueueUrl });
    const [{ Body, MD5OfBody, ReceiptHandle }] = received.content.Messages;
    expect([Body, MD5OfBody]).toEqual(['grüße', md5('grüße')]);

    await json('DeleteMessage', { QueueUrl, ReceiptHandle });
    expect((await json('ReceiveMessage', { QueueUrl })).content.Messages).toEqual([]);
  });

  it('that is not there is refused, with the older code in a header', async () => {
    const { status, headers, content } = await json('GetQueueUrl', { QueueName: 'none' });
    expect([status, content.__type.split('#')[1], headers['x-amzn-query-error']]).toEqual([
      400,
      'QueueDoesNotExist',
      'AWS.SimpleQueueService.NonExistentQueue;Sender',
    ]);
  });
});

describe('a queue in the query protocol', () => {
  it('does the same, named by a member or by the URL that is called', async () => {
    const created = await query('/', { Action: 'CreateQueue', QueueName: 'old' });
    const [QueueUrl = ''] = readXmlTexts(created.text, 'QueueUrl');
    const sent = await query('/', { Action: 'SendMessage', QueueUrl, MessageBody: 'a<b' });
    expect(readXmlTexts(sent.text, 'MD5OfMessageBody')).toEqual([md5('a<b')]);

    const received = await query('/123456789012/old', { Action: 'ReceiveMessage' });
    expect(readXmlTexts(received.text, 'Body')).toEqual(['a<b']);
    expect(readXmlTexts(received.text, 'MD5OfBody')).toEqual([md5('a<b')]);
  });

  it('that is not there is refused in XML', async () => {
    const answer = await query('/', { Action: 'GetQueueUrl', QueueName: 'none' });
    expect(readXmlTexts(answer.text, 'Code')).toEqual(['AWS.SimpleQueueService.NonExistentQueue']);
  });
});
