import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessKeyIdOf, standInAccount, standInCredentials } from './credentials.ts';
import {
  call,
  type PlainRequest,
  presignRequest,
  sendRequest,
  signRequest,
  type WireRequest,
} from './signed-client.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  await call(standIn, { service: 's3', method: 'PUT', path: '/b' });
  await call(standIn, { service: 's3', method: 'PUT', path: '/b/k', body: 'hello' });
});
afterAll(() => standIn.stop());

const putObject: PlainRequest = {
  service: 's3',
  method: 'PUT',
  path: '/b/a%20%2B%2Fkey',
  query: { 'x-id': 'PutObject', 'a b': 'c+d&e' },
  headers: { 'x-amz-meta-name': 'two  words' },
  body: 'hello',
};
const getParameter: PlainRequest = {
  service: 'ssm',
  headers: {
    'x-amz-target': 'AmazonSSM.GetParametersByPath',
    'content-type': 'application/x-amz-json-1.1',
  },
  body: '{"Path":"/"}',
};
const getIdentity: PlainRequest = {
  service: 'sts',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
};

describe('a signature in the header', () => {
  it.each([
    ['s3', putObject],
    ['ssm', getParameter],
    ['sts', getIdentity],
  ])('holds for %s as it was signed', async (_, plain) => {
    expect((await call(standIn, plain)).status).toBe(200);
  });

  const changes: [string, (wire: WireRequest) => WireRequest][] = [
    ['path', (wire) => ({ ...wire, path: wire.path.replace('key', 'kez') })],
    ['encoding of the path', (wire) => ({ ...wire, path: wire.path.replace('%2F', '/') })],
    ['query', (wire) => ({ ...wire, query: { ...wire.query, 'x-id': 'GetObject' } })],
    ['further query', (wire) => ({ ...wire, query: { ...wire.query, more: '' } })],
    ['method', (wire) => ({ ...wire, method: 'POST' })],
    ['header', (wire) => ({ ...wire, headers: { ...wire.headers, 'x-amz-meta-name': 'one' } })],
    ['host', (wire) => ({ ...wire, headers: { ...wire.headers, host: 'localhost' } })],
  ];
  it.each(changes)('breaks with another %s', async (_, change) => {
    const answer = await sendRequest(standIn, change(await signRequest(putObject)));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('covers the payload, by its hash in a header or unsaid', async () => {
    const s3 = await signRequest(putObject);
    const ssm = await signRequest(getParameter);
    const changedObject = await sendRequest(standIn, { ...s3, body: 'hellO' });
    expect(changedObject.text).toContain('<Code>XAmzContentSHA256Mismatch</Code>');
    const changedQuery = await sendRequest(standIn, { ...ssm, body: '{"Path":"//"}' });
    expect(changedQuery.text).toContain('InvalidSignatureException');
  });
});

describe('a refusal has the shape of its protocol', () => {
  const wrong = { credentials: { ...standInCredentials, secretAccessKey: 'wrong' } };

  it('in XML for S3', async () => {
    const answer = await call(standIn, putObject, wrong);
    expect([answer.status, answer.headers['content-type']]).toEqual([403, 'application/xml']);
    expect(answer.text).toMatch(/<Error><Code>SignatureDoesNotMatch<\/Code>/);
  });

  it('in JSON for SSM', async () => {
    const answer = await call(standIn, getParameter, wrong);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).__type).toMatch(/#InvalidSignatureException$/);
  });

  it('in the query protocol for STS', async () => {
    const answer = await call(standIn, getIdentity, wrong);
    expect(answer.status).toBe(403);
    expect(answer.text).toMatch(/<ErrorResponse.*<Code>SignatureDoesNotMatch<\/Code>/s);
  });
});

describe('credentials and time', () => {
  it('refuses a key that nobody issued', async () => {
    const accessKeyId = accessKeyIdOf(standInAccount, 'AKIA', 7);
    const credentials = { ...standInCredentials, accessKeyId };
    expect((await call(standIn, getIdentity, { credentials })).text).toContain(
      '<Code>InvalidClientTokenId</Code>',
    );
  });

  it('refuses a request without a signature', async () => {
    const wire = { method: 'GET', path: '/b/k', query: {}, headers: {}, body: '' };
    expect((await sendRequest(standIn, wire)).text).toContain('MissingAuthenticationToken');
  });

  it('refuses a request that was signed an hour ago', async () => {
    const signingDate = new Date(Date.now() - 3_600_000);
    expect((await call(standIn, getIdentity, { signingDate })).text).toContain(
      '<Code>RequestTimeTooSkewed</Code>',
    );
  });

  it('carries the account in the access key id, as AWS does', () => {
    // AWS's own example of such a key, ASIAY34FZKBOKMUTVV7A, belongs to account 609629065308.
    expect(accessKeyIdOf('609629065308', 'ASIA').slice(0, 12)).toBe('ASIAY34FZKBO');
  });
});

describe('a presigned URL', () => {
  const getObject: PlainRequest = { service: 's3', method: 'GET', path: '/b/k' };

  it('opens its object', async () => {
    const answer = await sendRequest(standIn, await presignRequest(getObject));
    expect([answer.status, answer.text]).toEqual([200, 'hello']);
  });

  it('opens no other object', async () => {
    const wire = await presignRequest(getObject);
    const answer = await sendRequest(standIn, { ...wire, path: '/b/other' });
    expect(answer.text).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('expires', async () => {
    const signingDate = new Date(Date.now() - 301_000);
    const answer = await sendRequest(standIn, await presignRequest(getObject, { signingDate }));
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('expired')]);
  });
});
