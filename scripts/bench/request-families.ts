import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { WireRequest } from '../../aws/wire/request.ts';
import { everyOperation } from './every-operation.ts';
import { signed } from './signed-sample.ts';
import { slowBodies } from './slow-bodies.ts';

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

/** Heads as long as the proxy takes them. Hosts, clients and callers are new each time: what is known is quick. */
function longHeads(): readonly SampleRequest[] {
  const kibibytes = 120;
  const fill = (unit: string) => unit.repeat((kibibytes * 1024) / unit.length);
  const each = (unit: string) => Array.from({ length: 5_000 }, (_, at) => at.toString(36) + unit);
  const s3 = { signingName: 's3', host: 's3.eu-west-1.amazonaws.com' };
  const lambda = { signingName: 'lambda', host: 'lambda.eu-west-1.amazonaws.com' };
  const invoked = { signingName: 'execute-api', host: 'a.execute-api.eu-west-1.amazonaws.com' };
  const paths = ['/a', '/', '/%', '/%FF', '/%41'].map(fill);
  const queries = ['a=1&', 'a&', '&', '+', '%&', '%FF&', '%41&'].map(fill);
  const names = ['a.', '-', 'a', ':1', '-fips', 'us-east-1.', 'us-east-', 's3express-aa-aa-'];
  const agents = ['a/1 ', 'a', 'a//', 'a/', '-'];
  return [
    ...[s3, lambda, invoked].flatMap((scope) => paths.map((path) => signed(scope, path))),
    ...[...queries, each('=').join('&'), each('=1').join('&')].flatMap((query) => [
      signed(s3, `/b/k?${query}`),
      { ...signed({ ...s3, signingName: 'ec2' }, `/?Action=A&${query}`), method: 'GET' },
    ]),
    ...names.flatMap((name) => newHosts(`${fill(name)}.amazonaws.com`)),
    ...newHosts(`${'a.'.repeat(100)}amazonaws.com`),
    ...agents.map((agent, at) => signed(s3, '/b/k', { 'user-agent': at + fill(agent) })),
    signed(s3, '/b/k', { 'x-amz-copy-source': fill('/%2F') }),
    signed(s3, '/b/k', { cookie: fill('a=b; ') }),
    signed({ signingName: fill('/'), host: 'x' }, '/'),
    signed({ signingName: 'dynamodb', host: 'x' }, '/', { 'x-amz-target': fill('a.') }),
    signed({ signingName: 'monitoring', host: 'x' }, fill('/service/a/operation/'), {
      'smithy-protocol': 'rpc-v2-cbor',
    }),
  ].flatMap((request) => repeated(request, '', false));
}

function newHosts(name: string): readonly WireRequest[] {
  return ['s3', 'nothing'].flatMap((signingName) =>
    Array.from({ length: 5 }, (_, at) => signed({ signingName, host: `${at}${name}` }, '/k')),
  );
}

function repeated(request: WireRequest, text: string, isCut: boolean): readonly SampleRequest[] {
  const body = Buffer.from(text, 'latin1');
  return Array.from({ length: 2 }, () => ({ request, body, isCut }));
}
