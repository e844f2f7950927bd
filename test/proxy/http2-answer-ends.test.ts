import type { Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { once, readUntil } from './support/connections.ts';
import {
  type Authorities,
  createAuthorities,
  type Harness,
  HOST,
  startHarness,
} from './support/harness.ts';
import {
  collectFrames,
  dataFrame,
  headersFrame,
  leaveFrame,
  settings,
} from './support/http2-frames.ts';
import { type SocketServer, startTlsServer } from './support/upstreams.ts';

// Frame by frame: Node's own client shows neither how an answer ended nor what came behind its end.

let authorities: Authorities;
let harness: Harness;
let server: SocketServer;

beforeAll(async () => {
  authorities = await createAuthorities();
});

afterEach(async () => {
  await harness.close();
  await server.close();
});

interface Sides {
  /** The proxy's connection to the upstream, with the request on it. */
  readonly upstream: Socket;
  /** The client's connection to the proxy. */
  readonly client: Socket;
  /** What the client has received on its stream so far. */
  readonly frames: readonly string[];
}

/** Sends a request over HTTP/2, with a body that does not end where it is a POST. */
async function send(method: string, upstreamProtocol: 'h2' | 'http/1.1'): Promise<Sides> {
  server = await startTlsServer(authorities.theirs, [upstreamProtocol]);
  harness = await startHarness(authorities, server.port);
  const client = await harness.client({ ALPNProtocols: ['h2'] });
  const frames = collectFrames(client);
  const fields = { ':method': method, ':scheme': 'https', ':path': '/', ':authority': HOST };
  const uploads = method === 'POST';
  client.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  client.write(Buffer.concat([settings, headersFrame(fields, !uploads)]));
  if (uploads) client.write(dataFrame('some of it', false));
  const upstream = await server.accept();
  await readUntil(upstream, upstreamProtocol === 'h2' ? 'PRI * HTTP/2.0' : '\r\n\r\n');
  return { upstream, client, frames };
}

const head = headersFrame({ ':status': '200' }, false);
const trailers = headersFrame({ 'x-sum': '1' }, true);
const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n';

describe('the answer to a request over HTTP/2', () => {
  it.each([
    ['with its body', [head, dataFrame('hi', true)], ['HEADERS', 'DATA', 'DATA END']],
    ['with trailers', [head, dataFrame('hi', false), trailers], ['HEADERS', 'DATA', 'HEADERS END']],
    ['with trailers alone', [head, trailers], ['HEADERS', 'HEADERS END']],
  ])('ends as it did upstream, all in one piece %s', async (_what, answer, expected) => {
    const { upstream, client, frames } = await send('GET', 'h2');
    upstream.write(Buffer.concat([settings, ...answer]));
    await expect.poll(() => frames).toEqual(expected);
    const closed = once(client, 'close');
    client.end();
    await closed;
    expect(frames).toEqual(expected);
  });

  it.each([
    ['with its body', `${chunked}\r\n`, ['HEADERS', 'DATA', 'DATA END']],
    ['with trailers', `${chunked}X-Sum: 1\r\n\r\n`, ['HEADERS', 'DATA', 'HEADERS END']],
    ['with nothing', 'HTTP/1.1 204 No Content\r\n\r\n', ['HEADERS END']],
  ])('ends as it did in HTTP/1.1 %s', async (_what, answer, expected) => {
    const { upstream, client, frames } = await send('GET', 'http/1.1');
    upstream.write(answer);
    await expect.poll(() => frames).toEqual(expected);
    const closed = once(client, 'close');
    client.end();
    await closed;
    expect(frames).toEqual(expected);
  });
});

describe('an answer in the middle of an upload over HTTP/2', () => {
  it('reaches the client whole before it is told that nobody reads on', async () => {
    const { upstream, frames } = await send('POST', 'h2');
    upstream.write(Buffer.concat([settings, head, dataFrame('hi', false), trailers, leaveFrame()]));
    await expect.poll(() => frames).toEqual(['HEADERS', 'DATA', 'HEADERS END', 'RST_STREAM']);
  });

  it.each([
    [
      'with a body',
      '403 Forbidden\r\nContent-Length: 2\r\n\r\nhi',
      ['HEADERS', 'DATA', 'DATA END'],
    ],
    ['without one', '204 No Content\r\n\r\n', ['HEADERS END']],
  ])('does the same where it comes in HTTP/1.1, %s', async (_what, answer, expected) => {
    const { upstream, frames } = await send('POST', 'http/1.1');
    upstream.end(`HTTP/1.1 ${answer}`);
    await expect.poll(() => frames).toEqual([...expected, 'RST_STREAM']);
  });

  it('leaves the upload going on where the upstream reads on', async () => {
    const { upstream, client, frames } = await send('POST', 'http/1.1');
    upstream.write('HTTP/1.1 204 No Content\r\n\r\n');
    await expect.poll(() => frames).toEqual(['HEADERS END']);
    client.write(dataFrame('and the rest', true));
    await readUntil(upstream, 'and the rest\r\n0\r\n\r\n');
    expect(frames).toEqual(['HEADERS END']);
  });
});
