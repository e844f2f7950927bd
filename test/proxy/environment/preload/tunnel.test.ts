import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preloadPath } from '../../../../proxy/environment/preload-path.ts';
import { portOf } from '../support/capture-proxy.ts';

interface Target {
  readonly host: string;
  readonly port: number;
  readonly allowHalfOpen?: boolean;
}
type TunnelClass = new (proxy: { hostname: string; port: number }, target: Target) => Duplex;
const { Tunnel }: { readonly Tunnel: TunnelClass } = createRequire(import.meta.url)(
  join(preloadPath, '..', 'tunnel.cjs'),
);

let server: Server;
const sockets = new Set<Socket>();
beforeEach(async () => {
  server = createServer({ allowHalfOpen: true });
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  return new Promise((resolve) => server.close(resolve));
});

const established = 'HTTP/1.1 200 Connection Established\r\n\r\n';

/** Opens a tunnel, and returns it with the proxy's side of the connection. */
async function open(target: Target = { host: 'a.test', port: 443 }): Promise<[Duplex, Socket]> {
  const tunnel = new Tunnel({ hostname: '127.0.0.1', port: portOf(server.address()) }, target);
  const [socket]: Socket[] = await once(server, 'connection');
  if (socket === undefined) throw new Error('no connection');
  socket.on('error', () => {});
  return [tunnel, socket];
}

/** Reads from the socket until `end` has come. */
async function readUntil(socket: Socket, end: string): Promise<string> {
  let read = '';
  while (!read.endsWith(end)) {
    const [chunk] = await once(socket, 'data');
    read += chunk;
  }
  return read;
}

describe('a tunnel', () => {
  it.each([
    [{ host: 'a.test', port: 443 }, 'a.test:443'],
    [{ host: '::1', port: 80 }, '[::1]:80'],
  ])('asks for its target: %j', async (target, authority) => {
    const [tunnel, socket] = await open(target);
    expect(await readUntil(socket, '\r\n\r\n')).toBe(
      `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`,
    );
    tunnel.destroy();
  });

  it('holds back what is written until the proxy has answered', async () => {
    const [tunnel, socket] = await open();
    tunnel.write('one ');
    tunnel.end('two');
    expect(await readUntil(socket, '\r\n\r\n')).not.toContain('one');
    socket.write(established);
    expect(await text(socket)).toBe('one two');
    socket.end();
    expect(await text(tunnel)).toBe('');
  });

  it('reads an answer in pieces, and what comes with its end', async () => {
    const [tunnel, socket] = await open();
    for (const character of established.slice(0, -1)) {
      socket.write(character);
      await new Promise(setImmediate);
    }
    socket.end('\nfirst bytes');
    expect(await text(tunnel)).toBe('first bytes');
  });

  it('lets the proxy wait while nobody reads', async () => {
    const [tunnel, socket] = await open();
    socket.write(established);
    await once(tunnel, 'connect');
    const size = 64 * 1024 * 1024;
    socket.end(Buffer.alloc(size));
    await once(tunnel, 'readable');
    for (let turn = 0; turn < 300; turn += 1) await new Promise(setImmediate);
    expect(tunnel.readableLength).toBeLessThan(1024 * 1024);
    let received = 0;
    for await (const chunk of tunnel) received += chunk.length;
    expect(received).toBe(size);
  });

  it.each([
    ['refuses', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', /answered `HTTP\/1\.1 407 /],
    ['speaks no HTTP', 'SSH-2.0-x\r\n\r\n', /answered `SSH-2\.0-x`/],
    ['ends', '', /closed the connection/],
    ['never ends its answer', 'x'.repeat(20_000), /sent no end of its answer/],
  ])('fails when the proxy %s', async (_, answer, message) => {
    const [tunnel, socket] = await open();
    socket.end(answer);
    const [error] = await once(tunnel, 'error').catch((reason: unknown) => [reason]);
    expect(error).toMatchObject({ code: 'ERR_PROXY_TUNNEL' });
    expect(String(error)).toMatch(message);
    expect(tunnel.destroyed).toBe(true);
  });

  it('fails with the code of its connection when that is reset', async () => {
    const [tunnel, socket] = await open();
    socket.write(established);
    await once(tunnel, 'connect');
    const failed = once(tunnel, 'close').catch((error: unknown) => [error]);
    socket.resetAndDestroy();
    expect(await failed).toMatchObject([{ code: 'ECONNRESET' }]);
  });

  it('ends its connection when it is destroyed', async () => {
    const [tunnel, socket] = await open();
    tunnel.destroy();
    await once(socket.resume(), 'end');
    socket.end();
  });

  it('answers a half-closed connection only where that was asked for', async () => {
    const [tunnel, socket] = await open();
    socket.end(established);
    tunnel.resume();
    await once(tunnel, 'close');
    const [halfOpen, other] = await open({ host: 'a.test', port: 443, allowHalfOpen: true });
    other.end(established);
    await once(halfOpen.resume(), 'end');
    expect(halfOpen.writable).toBe(true);
    halfOpen.end('later');
    expect(await text(other)).toContain('later');
  });
});
