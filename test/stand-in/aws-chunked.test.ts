import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { SignatureV4 } from '@aws-sdk/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standInCredentials } from './credentials.ts';
import { NodeSha256 } from './node-sha256.ts';
import { call, sendRequest, signRequest } from './signed-client.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  await call(standIn, { service: 's3', method: 'PUT', path: '/b' });
});
afterAll(() => standIn.stop());

const parts = ['first chunk, ', 'second chunk\r\n', 'and the last'];
const whole = parts.join('');
const emptyHash = createHash('sha256').digest('hex');

describe('an upload in unsigned chunks with a checksum at its end', () => {
  const framed = (checksum: string) =>
    `${parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}0\r\nx-amz-checksum-crc32:${checksum}\r\n\r\n`;
  const upload = (body: string, length = whole.length) =>
    call(standIn, {
      service: 's3',
      method: 'PUT',
      path: '/b/unsigned',
      headers: {
        'content-encoding': 'aws-chunked',
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': String(length),
        'x-amz-trailer': 'x-amz-checksum-crc32',
      },
      body,
    });

  it('is stored without its framing', async () => {
    expect((await upload(framed(crc32Of(whole)))).status).toBe(200);
    const answer = await call(standIn, { service: 's3', method: 'GET', path: '/b/unsigned' });
    expect(answer.text).toBe(whole);
  });

  it.each([
    ['another checksum', framed(crc32Of('else')), whole.length, 'BadDigest'],
    ['another length', framed(crc32Of(whole)), whole.length - 1, 'IncompleteBody'],
    ['an end too early', framed(crc32Of(whole)).slice(0, 20), whole.length, 'IncompleteBody'],
  ])('is refused with %s', async (_, body, length, code) => {
    expect((await upload(body, length)).text).toContain(`<Code>${code}</Code>`);
  });
});

describe('an upload in signed chunks', () => {
  it('is stored without its framing', async () => {
    expect((await uploadSigned(parts)).status).toBe(200);
    const answer = await call(standIn, { service: 's3', method: 'GET', path: '/b/signed' });
    expect(answer.text).toBe(whole);
  });

  it.each([
    ['changed on its way', ['first chunk, ', 'Second chunk\r\n', 'and the last']],
    ['put in another order', ['second chunk\r\n', 'first chunk, ', 'and the last']],
  ])('is refused where a chunk was %s', async (_, sent) => {
    const answer = await uploadSigned(parts, sent);
    expect([answer.status, answer.text]).toEqual([
      403,
      expect.stringContaining('<Code>SignatureDoesNotMatch</Code>'),
    ]);
  });
});

/** Signs `chunks` one after the other as SigV4 asks for, and sends `sent` with those signatures. */
async function uploadSigned(chunks: readonly string[], sent: readonly string[] = chunks) {
  const signingDate = new Date();
  const head = await signRequest(
    {
      service: 's3',
      method: 'PUT',
      path: '/b/signed',
      headers: {
        'content-encoding': 'aws-chunked',
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
        'x-amz-decoded-content-length': String(whole.length),
      },
    },
    { signingDate },
  );
  const longDate = head.headers['x-amz-date'] ?? '';
  let before = /Signature=(\w+)/.exec(head.headers.authorization ?? '')?.[1] ?? '';
  let body = '';
  for (const [index, chunk] of [...chunks, ''].entries()) {
    const scope = `${longDate.slice(0, 8)}/eu-west-1/s3/aws4_request`;
    const hash = createHash('sha256').update(chunk).digest('hex');
    before = await signer.sign(
      ['AWS4-HMAC-SHA256-PAYLOAD', longDate, scope, before, emptyHash, hash].join('\n'),
      { signingDate },
    );
    const data = sent[index] ?? '';
    body += `${data.length.toString(16)};chunk-signature=${before}\r\n${data}\r\n`;
  }
  return sendRequest(standIn, { ...head, body });
}

const signer = new SignatureV4({
  credentials: standInCredentials,
  region: 'eu-west-1',
  service: 's3',
  sha256: NodeSha256,
});

function crc32Of(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64');
}
