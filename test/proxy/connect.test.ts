import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProxyEvent } from '../../proxy/events.ts';
import { type RunningProxy, startProxy } from '../../proxy/proxy.ts';
import { connectTo, once, openTunnel, readAll, readUntil } from './support/connections.ts';
import { createTestObserver } from './support/observer.ts';
import { type SocketServer, startTcpServer } from './support/upstreams.ts';

let proxy: RunningProxy;
let server: SocketServer;
let events: ProxyEvent[];

beforeEach(async () => {
  events = [];
  server = await startTcpServer();
  proxy = await startProxy({
    certificates: { secureContextFor: () => Promise.reject(new Error('not wanted')) },
    observer: createTestObserver(),
    shouldIntercept: () => false,
    onEvent: (event) => events.push(event),
  });
});

afterEach(async () => {
  await proxy.close();
  await server.close();
});

/** Sends bytes to the proxy and returns all that it says. */
async function ask(bytes: string | Buffer): Promise<string> {
  const socket = await connectTo(proxy.port);
  socket.write(bytes);
  return (await readAll(socket)).text;
}

describe('CONNECT', () => {
  it.each(['HTTP/1.0', 'HTTP/1.1'])('in %s opens a tunnel', async (version) => {
    const client = await connectTo(proxy.port);
    client.write(`CONNECT 127.0.0.1:${server.port} ${version}\r\n\r\n`);
    expect(await readUntil(client, '\r\n\r\n')).toBe('HTTP/1.1 200 Connection Established\r\n\r\n');
    const target = await server.accept();
    client.write('ping');
    expect(await readUntil(target, 'ping')).toBe('ping');
    target.write('pong');
    expect(await readUntil(client, 'pong')).toBe('pong');
    expect(proxy.stats.tunnelled).toBe(1);
  });

  it('to an IPv6 address opens a tunnel', async () => {
    const six = net.createServer((socket) => socket.end('six'));
    six.listen(0, '::1');
    await once(six, 'listening');
    const address = six.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const client = await openTunnel(proxy.port, `[::1]:${port}`);
    expect((await readAll(client)).text).toBe('six');
    six.close();
  });

  it('loses nothing of what the client sends right behind it', async () => {
    const client = await connectTo(proxy.port);
    client.write(`CONNECT 127.0.0.1:${server.port} HTTP/1.1\r\n\r\nearly bytes`);
    const target = await server.accept();
    client.write(', late bytes');
    expect(await readUntil(target, 'late bytes')).toBe('early bytes, late bytes');
  });

  it.each(['nohost', ':443', 'h:99999', '::1:443', 'h:0'])('to %j is a bad request', async (to) => {
    expect(await ask(`CONNECT ${to} HTTP/1.1\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('to what cannot be reached is a 502 that says why', async () => {
    const { port } = server;
    await server.close();
    const answer = await ask(`CONNECT 127.0.0.1:${port} HTTP/1.1\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n/);
    expect(answer).toMatch(/x-leastgrant-error: .*ECONNREFUSED/);
    expect(events).toMatchObject([{ kind: 'upstream-failed', host: '127.0.0.1', port }]);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]'])(
    'to the proxy itself by %s is a loop',
    async (host) => {
      expect(await ask(`CONNECT ${host}:${proxy.port} HTTP/1.1\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 508 /,
      );
    },
  );
});

describe('a tunnel', () => {
  it('passes on the end of one side and stays open for the other', async () => {
    const client = await openTunnel(proxy.port, `127.0.0.1:${server.port}`);
    const target = await server.accept();
    client.end('question');
    expect((await readAll(target)).text).toBe('question');
    target.end('answer');
    expect(await readAll(client)).toEqual({ text: 'answer', failed: false });
  });

  it('passes on a reset as a reset', async () => {
    const client = await openTunnel(proxy.port, `127.0.0.1:${server.port}`);
    const target = await server.accept();
    target.write('x');
    await readUntil(client, 'x');
    target.resetAndDestroy();
    expect((await readAll(client)).failed).toBe(true);
  });

  it('ends when the client vanishes', async () => {
    const client = await openTunnel(proxy.port, `127.0.0.1:${server.port}`);
    const target = await server.accept();
    client.resetAndDestroy();
    expect((await readAll(target)).failed).toBe(true);
  });

  it('carries 32 MiB both ways at once, every byte, and holds back a fast sender', async () => {
    const client = await openTunnel(proxy.port, `127.0.0.1:${server.port}`);
    const target = await server.accept();
    target.pipe(target);
    const block = Buffer.alloc(1_048_576, 'leastgrant ');
    let wrong = 0;
    let received = 0;
    client.on('data', (chunk: Buffer) => {
      for (let i = 0; i < chunk.length; i += 997) {
        if (chunk[i] !== block[(received + i) % block.length]) wrong += 1;
      }
      received += chunk.length;
    });
    for (let i = 0; i < 32; i += 1) if (!client.write(block)) await once(client, 'drain');
    client.end();
    await once(client, 'end');
    expect({ received, wrong }).toEqual({ received: 32 * block.length, wrong: 0 });
  });
});

describe('the listener', () => {
  it('survives whatever it is sent', async () => {
    const garbage = [
      '\0\0\0',
      'GET',
      'GET / HTTP/9.9\r\n\r\n',
      '\x16\x03\x01\x00\xa5\x01',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'CONNECT\r\n\r\n',
      'CONNECT  HTTP/1.1\r\n\r\n',
      'POST http://h/ HTTP/1.1\r\nContent-Length: x\r\n\r\n',
      `GET / HTTP/1.1\r\nX: ${'y'.repeat(200_000)}\r\n\r\n`,
      'GET http://%zz/ HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      '\r\n\r\n\r\n',
      'GET http://[::1/ HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n',
    ];
    await Promise.all(
      garbage.map(async (bytes) => {
        const socket = await connectTo(proxy.port);
        socket.end(Buffer.from(bytes, 'latin1'));
        await readAll(socket);
      }),
    );
    const random = Array.from({ length: 50 }, () =>
      Buffer.from(Array.from({ length: 300 }, () => Math.floor(Math.random() * 256))),
    );
    for (const bytes of random) {
      const socket = await connectTo(proxy.port);
      socket.write(bytes);
      socket.resetAndDestroy();
    }
    const client = await openTunnel(proxy.port, `127.0.0.1:${server.port}`);
    const target = await server.accept();
    client.end('alive');
    expect((await readAll(target)).text).toBe('alive');
    expect(events.filter(({ kind }) => kind === 'internal-error')).toEqual([]);
  });
});
