import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { WireRequest } from '../../aws/wire/request.ts';
import { everyOperation } from './every-operation.ts';

/** A request with what was copied of its body. */
export interface SampleRequest {
  readonly request: WireRequest;
  readonly body: Uint8Array;
  readonly isCut: boolean;
}

/** Requests of one kind. */
export interface RequestFamily {
  readonly name: string;
  readonly samples: readonly SampleRequest[];
}

/** Returns a number from 0 up to and not including its argument. */
export type RandomWhole = (below: number) => number;

/**
 * Returns requests of every kind that recognition may meet: one of each operation, random ones, and ones that are made
 * to be slow. `bodyBytes` is the size of the bodies of the last kind, at most what the proxy copies: 1 MiB.
 */
export function requestFamilies(
  catalog: CatalogSource,
  random: RandomWhole,
  bodyBytes: number,
): readonly RequestFamily[] {
  return [
    { name: 'each operation', samples: operationSamples(catalog) },
    { name: 'random bytes', samples: Array.from({ length: 20_000 }, () => randomSample(random)) },
    { name: 'long heads', samples: longHeads() },
    ...Object.entries(slowBodies(bodyBytes)).flatMap(([name, { over, body }]) => [
      { name: `${name}, whole`, samples: repeated(over, body, false) },
      { name: `${name}, cut`, samples: repeated(over, body.slice(0, -3), true) },
    ]),
  ];
}

function operationSamples(catalog: CatalogSource): readonly SampleRequest[] {
  return everyOperation(catalog, Number.POSITIVE_INFINITY).flatMap(({ host, requests }) =>
    requests.map(({ method, target, headers, body }) => ({
      request: { method, host, target, headers: new Map(Object.entries(headers)) },
      body: Buffer.from(body),
      isCut: false,
    })),
  );
}

const signingNames = ['s3', 'dynamodb', 'ec2', 'lambda', 'sqs', 'iam', 'execute-api', 'nothing'];
const hosts = ['s3.amazonaws.com', 'b.s3.eu-west-1.amazonaws.com', 'localhost:4566', 'x', ''];
const types = ['application/x-amz-json-1.0', 'application/x-www-form-urlencoded', 'text/xml', '*'];
const alphabet = 'aZ0/?&=%:.*{}[]"\\<>\u0000é ';

function randomSample(random: RandomWhole): SampleRequest {
  const pick = (list: readonly string[]) => list[random(list.length)] ?? '';
  const text = (length: number) =>
    Array.from({ length: random(length) }, () => alphabet[random(alphabet.length)]).join('');
  const scope = { signingName: pick(signingNames), host: random(2) ? pick(hosts) : text(40) };
  const headers = { 'content-type': pick(types), 'x-amz-copy-source': text(60) };
  const target = random(3) === 0 ? { 'x-amz-target': text(40) } : {};
  const request = signed(scope, `/${text(200)}`, { ...headers, ...target });
  const body = Buffer.from(random(2) ? text(2_000) : Buffer.from(text(2_000), 'latin1'));
  return { request: { ...request, method: pick(methods) }, body, isCut: random(2) === 0 };
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', '?'];

function longHeads(): readonly SampleRequest[] {
  const s3 = { signingName: 's3', host: 's3.eu-west-1.amazonaws.com' };
  const lambda = { signingName: 'lambda', host: 'lambda.eu-west-1.amazonaws.com' };
  const kilobytes = 16;
  const fill = (unit: string) => unit.repeat((kilobytes * 1024) / unit.length);
  const requests = [
    signed(s3, fill('/a')),
    signed(lambda, fill('/a')),
    signed(s3, `/b/k?${fill('a=1&')}`),
    signed(s3, `/b/${fill('%41')}`),
    signed(s3, `/b/${fill('%')}`),
    signed({ ...s3, host: `${fill('a.')}s3.amazonaws.com` }, '/k'),
    signed({ ...lambda, host: fill('-') }, '/'),
    signed(s3, '/b/k', { 'user-agent': fill('a/1 ') }),
    signed(s3, '/b/k', { 'x-amz-copy-source': fill('/%2F') }),
    signed({ signingName: fill('/'), host: 'x' }, '/'),
    signed({ signingName: 'dynamodb', host: 'x' }, '/', { 'x-amz-target': fill('a.') }),
  ];
  return requests.flatMap((request) => repeated(request, '', false));
}

/** A body of each form that takes a parser long: many members, deep nesting, one long string. */
function slowBodies(bytes: number): Readonly<Record<string, SlowBody>> {
  const fill = (unit: string) => unit.repeat(Math.floor(bytes / unit.length));
  const half = (unit: string) => unit.repeat(Math.floor(bytes / unit.length / 2));
  return {
    'JSON, wide': { over: dynamodb, body: `{"TableName":"t","Key":[${fill('{"a":1},')}1]}` },
    'JSON, deep': { over: dynamodb, body: half('[') + half(']') },
    'JSON, a string': { over: dynamodb, body: `{"TableName":"${fill('\\"')}"}` },
    'form, wide': { over: ec2, body: `Action=DescribeInstances&${fill('InstanceId.1=i&')}` },
    'form, one key': { over: ec2, body: `Action=DescribeInstances&a=${fill('%41')}` },
    'XML, wide': { over: deleteObjects, body: `<Delete>${fill('<Object><Key>a</Key></Object>')}` },
    'XML, deep': { over: deleteObjects, body: half('<a>') + half('</a>') },
    'form, no value': { over: ec2, body: fill('A&') },
    'CBOR, wide': { over: cloudwatch, body: `\xa1\x61a\x9f${fill('\x01')}` },
    'CBOR, deep': { over: cloudwatch, body: `\xa1\x61a${fill('\x81')}` },
    'CBOR, unended': { over: cloudwatch, body: `\xa1\x61a${fill('\x9f')}` },
    'CBOR, names': { over: cloudwatch, body: `\xbf\x6aAlarmNames\x9f${fill('\x61b')}` },
    'XML, one text': { over: deleteObjects, body: `<Delete><Object><Key>${fill('&amp;')}` },
  };
}

interface SlowBody {
  readonly over: WireRequest;
  readonly body: string;
}

const dynamodb = signed(
  { signingName: 'dynamodb', host: 'dynamodb.eu-west-1.amazonaws.com' },
  '/',
  { 'x-amz-target': 'DynamoDB_20120810.BatchGetItem' },
);
const ec2 = signed({ signingName: 'ec2', host: 'ec2.eu-west-1.amazonaws.com' }, '/', {
  'content-type': 'application/x-www-form-urlencoded',
});
const cloudwatch = signed(
  { signingName: 'monitoring', host: 'monitoring.eu-west-1.amazonaws.com' },
  '/service/GraniteServiceVersion20100801/operation/DescribeAlarms',
  { 'smithy-protocol': 'rpc-v2-cbor' },
);
const deleteObjects = signed(
  { signingName: 's3', host: 'b.s3.eu-west-1.amazonaws.com' },
  '/?delete',
);

function repeated(request: WireRequest, text: string, isCut: boolean): readonly SampleRequest[] {
  const body = Buffer.from(text, 'latin1');
  return Array.from({ length: 2 }, () => ({ request, body, isCut }));
}

function signed(
  { signingName, host }: { readonly signingName: string; readonly host: string },
  target: string,
  headers: Readonly<Record<string, string>> = {},
): WireRequest {
  const scope = `AKIAIOSFODNN7EXAMPLE/20261122/eu-west-1/${signingName}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  return {
    method: 'POST',
    host,
    target,
    headers: new Map([['authorization', authorization], ...Object.entries(headers)]),
  };
}
