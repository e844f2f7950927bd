import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';

const catalog = openCatalog();
const signingNames = [
  's3',
  'dynamodb',
  'ec2',
  'lambda',
  'iam',
  'bedrock',
  'execute-api',
  'nothing',
];
const hosts = ['s3.amazonaws.com', 'b.s3.eu-west-1.amazonaws.com', 'localhost:4566', 'x', ''];

const signatures = fc.oneof(
  fc.constantFrom(...signingNames, 'monitoring', 'sqs', 'sdb').map(signedFor),
  fc.string().map(signedFor),
  fc.constantFrom('AWS AKIAIOSFODNN7EXAMPLE:x', 'Bearer x.y.z', 'AWS4-HMAC-SHA256', ''),
);

function signedFor(signingName: string): string {
  return `AWS4-HMAC-SHA256 Credential=K/20261122/eu-west-1/${signingName}/aws4_request`;
}

/** Pieces that mean something in one of the protocols, put together at random. */
const pieces = (...known: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

const anyHost = fc.oneof(
  fc.constantFrom(
    ...hosts,
    'abc.execute-api.eu-west-1.amazonaws.com',
    '[::1]:443',
    `${'a.'.repeat(400)}x`,
  ),
  pieces('.', '-', ':', 's3', 'amazonaws.com', 'eu-west-1', 's3express-', 'vpce-', 'fips'),
);
const anyTarget = pieces(
  '/',
  '//',
  '?',
  '&',
  '=',
  '%',
  '%2F',
  '%FF',
  '+',
  'X-Amz-Credential=',
  'Action=',
);
const headerNames = [
  'x-amz-target',
  'content-type',
  'content-encoding',
  'user-agent',
  'cookie',
  'smithy-protocol',
  'x-amz-copy-source',
  'x-amz-region-set',
] as const;
const anyHeader = fc.oneof(
  fc.constantFrom(
    'rpc-v2-cbor',
    'DynamoDB_20120810.BatchGetItem',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=B',
    'gzip, gzip',
  ),
  pieces('/', '.', '=', ';', 'aws-sdk', 'a'),
);
const anyRequest = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', '???'),
    host: anyHost,
    target: anyTarget.map((text) => `/${text}`),
    authorization: signatures,
    others: fc.dictionary(fc.constantFrom(...headerNames), anyHeader),
  })
  .map(({ authorization, others, ...request }) => ({
    ...request,
    headers: new Map([...Object.entries(others), ['authorization', authorization]]),
  }));

const anyBody = fc.oneof(
  fc.uint8Array(),
  fc
    .oneof(
      pieces('{', '}', '[', ']', '"', ':', ',', '\\', '"RequestItems"', '"TableName"'),
      pieces('<', '>', '/', '<Object>', '<Key>', '<!--', '-->', '<![CDATA[', ']]>', '&#1;', '"'),
      pieces('&', '=', '%', '+', 'Action=', 'DescribeInstances', 'InstanceId.1', 'Version'),
      pieces('--B', '\r\n', '\r\n\r\n', 'name="key"', '; filename="', '"', 'x-amz-credential'),
      pieces('\xbf', '\xff', '\x9f', '\x81', '\x78', '\xc1', '\x6aAlarmNames', '\x1b'),
    )
    .map((text) => Buffer.from(text, 'latin1')),
);

describe('recognition of anything at all', () => {
  it('gives a call, an unrecognised line or nothing, never an exception', () => {
    fc.assert(
      fc.property(anyRequest, anyBody, fc.boolean(), (request, body, isCut) => {
        const recognised = recogniseAtOnce(request, catalog, body, isCut);
        if (recognised === undefined) return;
        expect(recognised.service === null).toBe('reason' in recognised);
        expect(recognised.operation === null).toBe(recognised.service === null);
      }),
      { numRuns: 5000 },
    );
  });

  it('never shows the signature or a session token', () => {
    fc.assert(
      fc.property(anyRequest, anyBody, (request, body) => {
        const secret = 'sEcReTsEcReTsEcReT';
        const headers = new Map(request.headers);
        headers.set('authorization', `${headers.get('authorization')}, Signature=${secret}`);
        headers.set('x-amz-security-token', secret);
        const call = recogniseAtOnce({ ...request, headers }, catalog, body, false);
        expect(JSON.stringify(call) ?? '').not.toContain(secret);
      }),
    );
  });
});
