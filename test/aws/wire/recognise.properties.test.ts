import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { beginRecognition } from '../../../aws/wire/recognise.ts';

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

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', '???'),
  host: fc.oneof(fc.constantFrom(...hosts), fc.string()),
  target: fc.string().map((text) => `/${text}`),
  headers: fc
    .record({
      signingName: fc.oneof(fc.constantFrom(...signingNames), fc.string()),
      others: fc.dictionary(
        fc.constantFrom('x-amz-target', 'content-type', 'user-agent', 'x-amz-copy-source'),
        fc.string(),
      ),
    })
    .map(
      ({ signingName, others }) =>
        new Map([
          [
            'authorization',
            `AWS4-HMAC-SHA256 Credential=K/20261122/eu-west-1/${signingName}/aws4_request`,
          ],
          ...Object.entries(others),
        ]),
    ),
});

describe('recognition of anything at all', () => {
  it('gives a call, an unrecognised line or nothing, never an exception', () => {
    fc.assert(
      fc.property(anyRequest, fc.uint8Array(), fc.boolean(), (request, body, isCut) => {
        const recognised = beginRecognition(request, catalog)?.complete(body, isCut);
        if (recognised === undefined) return;
        expect(recognised.service === null).toBe('reason' in recognised);
      }),
      { numRuns: 2000 },
    );
  });

  it('never shows the signature or a session token', () => {
    fc.assert(
      fc.property(anyRequest, fc.uint8Array(), (request, body) => {
        const secret = 'sEcReTsEcReTsEcReT';
        const headers = new Map(request.headers);
        headers.set('authorization', `${headers.get('authorization')}, Signature=${secret}`);
        headers.set('x-amz-security-token', secret);
        const call = beginRecognition({ ...request, headers }, catalog)?.complete(body, false);
        expect(JSON.stringify(call) ?? '').not.toContain(secret);
      }),
    );
  });
});
