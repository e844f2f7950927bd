import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ObservedCall } from '../../aws/api-call.ts';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { finish } from '../../aws/wire/slices.ts';
import { createRecorder } from '../../proxy/recorder.ts';

const catalog = openCatalog();

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Records one request of S3 with its answer; undefined where nothing was recorded. */
function recordS3(method: string, target: string, answer: Answer) {
  const calls: ObservedCall[] = [];
  const observer = createRecorder({
    catalog,
    sink: { record: (call) => calls.push(call) },
    maxBodyBytes: 1024,
  });
  const scope = 'AKIAIOSFODNN7EXAMPLE/20261122/eu-west-1/s3/aws4_request';
  const headers = new Map([
    ['authorization', `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=abc`],
    ['x-amz-copy-source', '/my-bucket-1/a'],
  ]);
  const host = 'my-bucket-1.s3.eu-west-1.amazonaws.com';
  const exchange = observer.begin({ method, host, target, headers });
  if (exchange === undefined) throw new Error('not observed');
  const responseHeaders = new Map(Object.entries(answer.headers ?? {}));
  const wanted = exchange.responseBodyBytes(answer.status, responseHeaders);
  const work = exchange.end({
    requestBody: new Uint8Array(0),
    requestBodyCut: false,
    status: answer.status,
    responseHeaders,
    responseBody: answer.body.subarray(0, wanted),
  });
  if (work !== undefined) finish(work);
  return { call: calls[0], wanted };
}

describe('a recorded answer', () => {
  const denied = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

  it('is read where a success can hold a denial', () => {
    const { call } = recordS3('PUT', '/b', { status: 200, body: Buffer.from(denied) });
    expect(call).toMatchObject({ operation: 'CopyObject', outcome: 'denied', status: 200 });
  });

  it('is left alone where it is a success that can hold none', () => {
    const { call, wanted } = recordS3('GET', '/b', { status: 200, body: Buffer.from(denied) });
    expect(wanted).toBe(0);
    expect(call).toMatchObject({ operation: 'GetObject', outcome: 'allowed' });
  });

  it('tells by its headers alone which key was used', () => {
    const key = 'arn:aws:kms:eu-west-1:123456789012:key/k1';
    const { call, wanted } = recordS3('GET', '/b', {
      status: 200,
      headers: {
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id': key,
      },
      body: Buffer.from('hunter2'),
    });
    expect(wanted).toBe(0);
    expect(call).toMatchObject({ parameters: { 'answer.SSEKMSKeyId': key } });
  });

  it('tells nothing by the headers of an error', () => {
    const headers = { 'x-amz-server-side-encryption-aws-kms-key-id': 'k1' };
    const { call } = recordS3('GET', '/b', { status: 403, headers, body: Buffer.from(denied) });
    expect(JSON.stringify(call)).not.toContain('k1');
  });

  it('is unpacked where it is an error that is packed', () => {
    const { call } = recordS3('GET', '/b', {
      status: 403,
      headers: { 'content-encoding': 'gzip' },
      body: gzipSync(denied),
    });
    expect(call).toMatchObject({ outcome: 'denied', errorCode: 'AccessDenied' });
  });

  it('gives nothing of an error but its code and what AWS says of a denial', () => {
    const message =
      'User: arn:aws:iam::123456789012:user/jane is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::my-bucket-1/b&quot; because no identity-based policy allows the s3:GetObject action hunter2';
    const body = Buffer.from(
      `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`,
    );
    const { call } = recordS3('GET', '/b', { status: 403, body });
    expect(call?.denials).toEqual([
      {
        principal: 'arn:aws:iam::123456789012:user/jane',
        action: 's3:GetObject',
        resources: ['arn:aws:s3:::my-bucket-1/b'],
        deniedBy: 'identity-based policy',
        isExplicit: false,
        policy: null,
        encodedMessage: null,
      },
    ]);
    expect(JSON.stringify(call)).not.toContain('hunter2');
  });
});
