import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type PlainRequest } from '../signed-client.ts';
import { type StandIn, startStandIn } from '../start-stand-in.ts';
import { readXmlTexts } from '../xml.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  await s3({ method: 'PUT', path: '/b' });
});
afterAll(() => standIn.stop());

const s3 = (plain: Omit<PlainRequest, 'service'>) => call(standIn, { service: 's3', ...plain });
const put = (path: string, body: string, headers = {}) =>
  s3({ method: 'PUT', path, body, headers });
const get = (path: string, headers = {}) => s3({ method: 'GET', path, headers });

describe('objects', () => {
  it('come back as they went in, with type, metadata and ETag', async () => {
    const headers = { 'content-type': 'text/plain', 'x-amz-meta-by': 'ada' };
    const stored = await put('/b/kept', 'hello', headers);
    const answer = await get('/b/kept');
    expect([answer.status, answer.text]).toEqual([200, 'hello']);
    expect(answer.headers).toMatchObject({
      ...headers,
      etag: '"5d41402abc4b2a76b9719d911017c592"',
    });
    expect(stored.headers.etag).toBe(answer.headers.etag);
  });

  it('are the same in virtual-host and in path style', async () => {
    await s3({ method: 'PUT', host: 'b.s3.eu-west-1.amazonaws.com', path: '/virtual', body: 'v' });
    expect((await get('/b/virtual')).text).toBe('v');
  });

  it('keep keys with spaces, slashes and other scripts apart', async () => {
    const keys = ['a%20b', 'a%2Bb', 'a/b', '%E5%AD%97'];
    for (const key of keys) await put(`/b/odd/${key}`, key);
    for (const key of keys) expect((await get(`/b/odd/${key}`)).text).toBe(key);
  });

  it.each([
    ['bytes=0-1', 206, 'he', 'bytes 0-1/5'],
    ['bytes=3-', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=-2', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=3-99', 206, 'lo', 'bytes 3-4/5'],
  ])('answer the range %s', async (range, status, text, contentRange) => {
    await put('/b/ranged', 'hello');
    const answer = await get('/b/ranged', { range });
    expect([answer.status, answer.text, answer.headers['content-range']]).toEqual([
      status,
      text,
      contentRange,
    ]);
  });

  it('tell HEAD their length and no more', async () => {
    await put('/b/head', 'hello');
    const answer = await s3({ method: 'HEAD', path: '/b/head' });
    expect([answer.status, answer.headers['content-length'], answer.text]).toEqual([200, '5', '']);
  });

  it('are copied from another key', async () => {
    await put('/b/from%20here', 'copied');
    await put('/b/to', '', { 'x-amz-copy-source': '/b/from%20here' });
    expect((await get('/b/to')).text).toBe('copied');
  });

  it('are gone when deleted, one by one or many at once', async () => {
    for (const key of ['one', 'two', 'three']) await put(`/b/${key}`, key);
    expect((await s3({ method: 'DELETE', path: '/b/one' })).status).toBe(204);
    const body =
      '<Delete><Object><Key>two</Key></Object><Object><Key>three</Key></Object></Delete>';
    await s3({ method: 'POST', path: '/b', query: { delete: '' }, body });
    for (const key of ['one', 'two', 'three']) expect((await get(`/b/${key}`)).status).toBe(404);
  });
});

describe('refusals', () => {
  it.each([
    ['GET', '/b/nothing', 404, 'NoSuchKey'],
    ['GET', '/nowhere/key', 404, 'NoSuchBucket'],
    ['PUT', '/b', 409, 'BucketAlreadyOwnedByYou'],
    ['PATCH', '/b/key', 400, 'InvalidAction'],
  ])('of %s %s are %d %s', async (method, path, status, code) => {
    const answer = await s3({ method, path });
    expect([answer.status, readXmlTexts(answer.text, 'Code')]).toEqual([status, [code]]);
  });

  it('have no body for HEAD', async () => {
    const answer = await s3({ method: 'HEAD', path: '/b/nothing' });
    expect([answer.status, answer.text]).toEqual([404, '']);
  });

  it('of a range beyond the end are 416', async () => {
    await put('/b/short', 'x');
    expect((await get('/b/short', { range: 'bytes=5-' })).status).toBe(416);
  });
});

describe('listings', () => {
  const list = (query: Record<string, string>) =>
    s3({ method: 'GET', path: '/listed', query: { 'list-type': '2', ...query } });
  beforeAll(async () => {
    await s3({ method: 'PUT', path: '/listed' });
    for (const key of ['c', 'a/2', 'a/1', 'a&b']) {
      await put(`/listed/${key.replace('&', '%26')}`, key);
    }
  });

  it.each([
    ['all', {}, ['a&b', 'a/1', 'a/2', 'c'], []],
    ['by prefix', { prefix: 'a/' }, ['a/1', 'a/2'], ['a/']],
    ['by delimiter', { delimiter: '/' }, ['a&b', 'c'], ['a/']],
    ['in URL encoding', { prefix: 'a&', 'encoding-type': 'url' }, ['a%26b'], ['a%26']],
  ])('hold %s', async (_, query, keys, prefixes) => {
    const { text } = await list(query);
    expect(readXmlTexts(text, 'Key')).toEqual(keys);
    expect(readXmlTexts(text, 'Prefix').filter((prefix) => prefix !== '')).toEqual(prefixes);
  });

  it('go on where the page before ended', async () => {
    const first = await list({ 'max-keys': '3' });
    const token = readXmlTexts(first.text, 'NextContinuationToken')[0] ?? '';
    const second = await list({ 'continuation-token': token });
    expect(readXmlTexts(second.text, 'Key')).toEqual(['c']);
    expect(readXmlTexts(second.text, 'IsTruncated')).toEqual(['false']);
  });
});

describe('multipart uploads', () => {
  async function start(path: string): Promise<string> {
    const { text } = await s3({ method: 'POST', path, query: { uploads: '' } });
    return readXmlTexts(text, 'UploadId')[0] ?? '';
  }
  const complete = (path: string, uploadId: string, numbers: readonly number[]) => {
    const parts = numbers.map((number) => `<Part><PartNumber>${number}</PartNumber></Part>`);
    const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
    return s3({ method: 'POST', path, query: { uploadId }, body });
  };

  it('make one object of the parts, in the order of the request', async () => {
    const uploadId = await start('/b/big');
    await put('/b/source', 'copied part');
    const part = (partNumber: string) => ({
      method: 'PUT',
      path: '/b/big',
      query: { partNumber, uploadId },
    });
    await s3({ ...part('2'), headers: { 'x-amz-copy-source': 'b/source' } });
    await s3({ ...part('1'), body: 'sent part, ' });
    const { text } = await complete('/b/big', uploadId, [1, 2]);
    expect(readXmlTexts(text, 'ETag')[0]).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect((await get('/b/big')).text).toBe('sent part, copied part');
  });

  it('are refused with a part that never came', async () => {
    const uploadId = await start('/b/big2');
    expect((await complete('/b/big2', uploadId, [1])).text).toContain('<Code>InvalidPart</Code>');
  });

  it('are forgotten when given up', async () => {
    const uploadId = await start('/b/big3');
    await s3({ method: 'DELETE', path: '/b/big3', query: { uploadId } });
    expect((await complete('/b/big3', uploadId, [1])).text).toContain('<Code>NoSuchUpload</Code>');
  });
});

describe('buckets', () => {
  it('are listed, found and deleted when empty', async () => {
    await s3({ method: 'PUT', path: '/short-lived' });
    expect(readXmlTexts((await get('/')).text, 'Name')).toContain('short-lived');
    expect((await s3({ method: 'HEAD', path: '/short-lived' })).status).toBe(200);
    await put('/short-lived/k', '');
    expect((await s3({ method: 'DELETE', path: '/short-lived' })).status).toBe(409);
    await s3({ method: 'DELETE', path: '/short-lived/k' });
    expect((await s3({ method: 'DELETE', path: '/short-lived' })).status).toBe(204);
    expect((await s3({ method: 'HEAD', path: '/short-lived' })).status).toBe(404);
  });

  it('say where they are', async () => {
    const answer = await s3({ method: 'GET', path: '/b', query: { location: '' } });
    expect(readXmlTexts(answer.text, 'LocationConstraint').join()).toContain('eu-west-1');
  });
});
