import type net from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectTo, readAll, readUntil } from './support/connections.ts';
import {
  type Authorities,
  createAuthorities,
  type Harness,
  HOST,
  startHarness,
} from './support/harness.ts';
import { type SocketServer, startTcpServer, startTlsServer } from './support/upstreams.ts';

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

const SWITCHED =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Accept: x=\r\nX-Two: a\r\nX-Two: b\r\n\r\n';

/** Sends an upgrade request, in absolute form to the proxy or inside an intercepted tunnel. */
async function send(intercepted: boolean, headers: string) {
  server = intercepted ? await startTlsServer(authorities.theirs) : await startTcpServer();
  harness = await startHarness(authorities, server.port);
  const client: net.Socket = intercepted
    ? await harness.client()
    : await connectTo(harness.proxy.port, true);
  const target = intercepted
    ? '/s?X-Amz-Signature=1'
    : `http://127.0.0.1:${server.port}/s?X-Amz-Signature=1`;
  client.write(`GET ${target} HTTP/1.1\r\n${headers}`);
  const upstream = await server.accept();
  return { client, upstream, received: await readUntil(upstream, '\r\n\r\n') };
}

const HANDSHAKE =
  `HOST: ${HOST}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: k\r\n` +
  'Sec-WebSocket-Version: 13\r\nOrigin: http://o\r\n\r\n';

describe.each([
  ['in absolute form', false],
  ['inside an intercepted tunnel', true],
])('a WebSocket %s', (_name, intercepted) => {
  it('opens as the two sides agree, and is observed', async () => {
    const { client, upstream, received } = await send(intercepted, HANDSHAKE);
    expect(received).toBe(`GET /s?X-Amz-Signature=1 HTTP/1.1\r\n${HANDSHAKE}`);
    upstream.write(`${SWITCHED}early`);
    expect(await readUntil(client, 'early')).toBe(`${SWITCHED}early`);
    client.write('\x01\x01a');
    expect(await readUntil(upstream, 'a')).toBe('\x01\x01a');
    expect(await harness.observer.untilEnded(1)).toMatchObject([
      { head: { target: '/s?X-Amz-Signature=1' }, end: { status: 101 } },
    ]);
    upstream.end('bye');
    expect((await readAll(client)).text).toBe('bye');
  });

  it('that the upstream refuses gets its answer', async () => {
    const { client, upstream } = await send(intercepted, HANDSHAKE);
    upstream.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
    const { text } = await readAll(client);
    expect(text).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n[\s\S]*no$/);
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: 403 } }]);
  });

  it('that gets no answer is a 502', async () => {
    const { client, upstream } = await send(intercepted, HANDSHAKE);
    upstream.destroy();
    expect((await readAll(client)).text).toMatch(/^HTTP\/1\.1 502 /);
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: null } }]);
  });
});

describe.each([
  ['in absolute form', false],
  ['inside an intercepted tunnel', true],
])('another protocol %s', (_name, intercepted) => {
  it('is carried byte for byte', async () => {
    const headers = 'Host: h\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\n\r\n';
    const { client, upstream, received } = await send(intercepted, headers);
    expect(received).toBe(`GET /s?X-Amz-Signature=1 HTTP/1.1\r\n${headers}`);
    const answer = 'HTTP/1.1 101 Switching\r\nupgrade: SPDY/3.1\r\n\r\n\x00\x03';
    upstream.write(answer);
    expect(await readUntil(client, '\x00\x03')).toBe(answer);
    client.end('end');
    expect((await readAll(upstream)).text).toBe('end');
    upstream.end();
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: 101 } }]);
  });
});
