import { cbor } from '@smithy/core/cbor';
import type { WireRequest } from '../../aws/wire/request.ts';
import { signed } from './signed-sample.ts';

/** A request as large as a client of AWS sends it, with what of it decides permissions. */
export interface RealRequest {
  readonly request: WireRequest;
  readonly body: Uint8Array;
  readonly isCut: boolean;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
}

const mebibyte = 1024 * 1024;

/** Returns the largest requests of AWS's batch operations, in every protocol; what decides stands last in most. */
export function realRequests(): Readonly<Record<string, RealRequest>> {
  return {
    'BatchWriteItem, 25 items of 400 KiB': dynamodb(
      'BatchWriteItem',
      { RequestItems: { orders: many(25, () => put('d'.repeat(400 * 1024))) } },
      { 'RequestItems{}': ['orders'] },
    ),
    'TransactWriteItems, 100 items': dynamodb(
      'TransactWriteItems',
      { TransactItems: many(100, (at) => ({ Put: { Item: item(9_000), TableName: `t${at}` } })) },
      { 'TransactItems[].Put.TableName': many(100, (at) => `t${at}`) },
    ),
    'BatchExecuteStatement, 25 statements': dynamodb(
      'BatchExecuteStatement',
      {
        Statements: many(25, (at) => ({
          Parameters: many(100, () => ({ S: 'é'.repeat(100) })),
          Statement: `SELECT * FROM "t${at}" WHERE a IN (${'?,'.repeat(3_000)}?)`,
        })),
      },
      { 'Statements[].Statement': many(25, (at) => `Select t${at}`) },
    ),
    'PutRecords, 500 records': json(
      { signingName: 'kinesis', host: 'kinesis.eu-west-1.amazonaws.com' },
      'Kinesis_20131202.PutRecords',
      {
        Records: many(500, (at) => ({ Data: 'QUJD'.repeat(450), PartitionKey: `${at}` })),
        StreamName: 'clicks',
      },
      { StreamName: 'clicks' },
    ),
    'SendMessageBatch, 10 messages': json(
      { signingName: 'sqs', host: 'sqs.eu-west-1.amazonaws.com' },
      'AmazonSQS.SendMessageBatch',
      {
        Entries: many(10, (at) => ({ Id: `${at}`, MessageBody: '{"a":"é"}'.repeat(6_500) })),
        QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
      },
      { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q' },
    ),
    'PutLogEvents, 10,000 events': json(
      { signingName: 'logs', host: 'logs.eu-west-1.amazonaws.com' },
      'Logs_20140328.PutLogEvents',
      {
        logEvents: many(10_000, (at) => ({ timestamp: at, message: '{"level":"info"}'.repeat(3) })),
        logGroupName: 'g',
        logStreamName: 's',
      },
      { logGroupName: 'g', logStreamName: 's' },
    ),
    'PutMetricData in JSON, 1,000 metrics': json(
      { signingName: 'monitoring', host: 'monitoring.eu-west-1.amazonaws.com' },
      'GraniteServiceVersion20100801.PutMetricData',
      { MetricData: many(1_000, () => metric(50)), Namespace: 'shop' },
      { Namespace: 'shop' },
    ),
    'PutMetricData in CBOR, 1,000 metrics': real(
      signed(
        { signingName: 'monitoring', host: 'monitoring.eu-west-1.amazonaws.com' },
        '/service/GraniteServiceVersion20100801/operation/PutMetricData',
        { 'smithy-protocol': 'rpc-v2-cbor' },
      ),
      cbor.serialize({ MetricData: many(1_000, () => metric(100)), Namespace: 'shop' }),
      { Namespace: 'shop' },
    ),
    'PutMetricData in a form, 1,000 metrics': form(
      { signingName: 'monitoring', host: 'monitoring.eu-west-1.amazonaws.com' },
      [
        'Action=PutMetricData&Version=2010-08-01',
        ...many(1_000, (at) => {
          const of = `MetricData.member.${at + 1}`;
          const values = many(15, (value) => `${of}.Values.member.${value + 1}=${value * 1.5}`);
          return `${of}.MetricName=latency&${values.join('&')}`;
        }),
        'Namespace=shop',
      ],
      { Namespace: 'shop' },
    ),
    'CreateStack with a template': form(
      { signingName: 'cloudformation', host: 'cloudformation.eu-west-1.amazonaws.com' },
      [
        'Action=CreateStack&Version=2010-05-15&StackName=s',
        `TemplateBody=${encodeURIComponent('  Bucket: {"Type": "AWS::S3::Bucket"}\n'.repeat(14_000))}`,
        'RoleARN=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fr',
      ],
      { StackName: 's', RoleARN: 'arn:aws:iam::123456789012:role/r' },
    ),
    'DeleteObjects, 1,000 keys': real(
      signed({ signingName: 's3', host: 'b.s3.eu-west-1.amazonaws.com' }, '/?delete'),
      Buffer.from(
        `<Delete>${many(1_000, (at) => `<Object><Key>${longKey(at)}</Key></Object>`).join('')}</Delete>`,
      ),
      { Bucket: 'b', 'Delete.Objects[!VersionId].Key': many(1_000, longKey) },
    ),
    'CreateFunction with its code': real(
      signed(
        { signingName: 'lambda', host: 'lambda.eu-west-1.amazonaws.com' },
        '/2015-03-31/functions',
        { 'content-type': 'application/json' },
      ),
      Buffer.from(
        JSON.stringify({
          Code: { ZipFile: 'UEsD'.repeat(250_000) },
          FunctionName: 'f',
          Role: 'arn:aws:iam::123456789012:role/r',
        }),
      ),
      { FunctionName: 'f', Role: 'arn:aws:iam::123456789012:role/r' },
    ),
  };
}

type Scope = Parameters<typeof signed>[0];
type Expected = RealRequest['parameters'];

function dynamodb(operation: string, input: object, parameters: Expected): RealRequest {
  const scope = { signingName: 'dynamodb', host: 'dynamodb.eu-west-1.amazonaws.com' };
  return json(scope, `DynamoDB_20120810.${operation}`, input, parameters);
}

function json(scope: Scope, target: string, input: object, parameters: Expected): RealRequest {
  const request = signed(scope, '/', { 'x-amz-target': target });
  return real(request, Buffer.from(JSON.stringify(input)), parameters);
}

function form(scope: Scope, fields: readonly string[], parameters: Expected): RealRequest {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return real(signed(scope, '/', headers), Buffer.from(fields.join('&')), parameters);
}

function real(request: WireRequest, body: Uint8Array, parameters: Expected): RealRequest {
  const isCut = body.length > mebibyte;
  return { request, body: body.subarray(0, mebibyte), isCut, parameters };
}

function many<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function put(text: string): object {
  return { PutRequest: { Item: { id: { S: '1' }, text: { S: text } } } };
}

function item(bytes: number): object {
  return { id: { S: 'é' }, list: { L: many(bytes / 10, () => ({ N: '1' })) } };
}

function metric(values: number): object {
  return {
    MetricName: 'latency',
    Dimensions: [{ Name: 'host', Value: 'a' }],
    Values: many(values, (at) => at * 1.5),
    Counts: many(values, () => 1),
  };
}

function longKey(at: number): string {
  return `${at}/${'日本'.repeat(160)}`;
}
