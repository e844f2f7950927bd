import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningProxy, startProxy } from '../../proxy/proxy.ts';
import { connectTo, openTunnel, readAll, readUntil, secure } from './support/connections.ts';
import {
  type Authorities,
  createAuthorities,
  type Harness,
  HOST,
  startHarness,
} from './support/harness.ts';
import { createTestObserver } from './support/observer.ts';
import { type SocketServer, startTcpServer, startTlsServer } from './support/upstreams.ts';

let authorities: Authorities;
let harness: Harness;
let server: SocketServer;
const others: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  authorities = await createAuthorities();
});

afterEach(async () => {
  await harness.close();
  await server.close();
  for (const other of others.splice(0)) await other.close();
});

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

describe('what the observer is told', () => {
  it('holds no more of the bodies than it wanted, and says so', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port, {
      observer: createTestObserver({ request: 3, answer: 4 }),
    });
    const client = await harness.client();
    client.write(
      `POST /x?y=1 HTTP/1.1\r\nHOST: ${HOST}:443\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 6\r\n\r\nabcdef`,
    );
    const upstream = await server.accept();
    await readUntil(upstream, 'abcdef');
    upstream.end('HTTP/1.1 403 Forbidden\r\nX-B: 1\r\nContent-Length: 6\r\n\r\nuvwxyz');
    await readUntil(client, 'uvwxyz');
    const [seen] = await harness.observer.untilEnded(1);
    expect(seen?.head).toMatchObject({ method: 'POST', host: `${HOST}:443`, target: '/x?y=1' });
    expect(seen?.head.headers.get('x-a')).toBe('1, 2');
    expect(seen?.end).toMatchObject({ status: 403, requestBodyCut: true });
    expect(seen?.end.responseHeaders.get('x-b')).toBe('1');
    expect(Buffer.from(seen?.end.requestBody ?? []).toString()).toBe('abc');
    expect(Buffer.from(seen?.end.responseBody ?? []).toString()).toBe('uvwx');
  });

  it('comes before the client can have the whole answer', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    const client = await harness.client();
    client.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    const upstream = await server.accept();
    await readUntil(upstream, '\r\n\r\n');
    upstream.end(OK);
    await readUntil(client, 'hi');
    expect(harness.observer.ended).toHaveLength(1);
  });

  it('never comes back: what it throws is an event, and the client is served', async () => {
    server = await startTlsServer(authorities.theirs);
    const boom = () => {
      throw new Error('boom');
    };
    harness = await startHarness(authorities, server.port, {
      observer: {
        ...createTestObserver(),
        begin: () => ({ requestBodyBytes: 1, responseBodyBytes: boom, end: boom }),
      },
    });
    const client = await harness.client();
    client.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    const upstream = await server.accept();
    await readUntil(upstream, '\r\n\r\n');
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
    expect(harness.events.map(({ kind }) => kind)).toEqual(['call-lost']);
  });
});

describe('an endpoint', () => {
  it('sends all to its target, with the Host header as it was, and is observed', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, 1);
    const url = new URL(
      await harness.proxy.addEndpoint(new URL(`https://localhost:${server.port}/base`)),
    );
    expect(url.pathname).toBe('/base');
    const client = await connectTo(Number(url.port));
    const request = `POST /base/q HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 1\r\n\r\nx`;
    client.write(request);
    const upstream = await server.accept();
    expect(await readUntil(upstream, '\r\n\r\nx')).toBe(request);
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
    expect(harness.observer.heads).toMatchObject([{ host: url.host, target: '/base/q' }]);
  });

  it('is observed once when the client comes through the proxy', async () => {
    server = await startTcpServer();
    harness = await startHarness(authorities, 1, { shouldIntercept: () => true });
    const url = await harness.proxy.addEndpoint(new URL(`http://127.0.0.1:${server.port}`));
    const client = await connectTo(harness.proxy.port);
    client.write(`GET ${url}/ HTTP/1.1\r\nHost: h\r\n\r\n`);
    const upstream = await server.accept();
    await readUntil(upstream, '\r\n\r\n');
    upstream.write(OK);
    await readUntil(client, 'hi');
    const tunnelled = await openTunnel(harness.proxy.port, new URL(url).host);
    tunnelled.write('GET /t HTTP/1.1\r\nHost: h\r\n\r\n');
    expect(await readUntil(upstream, '\r\n\r\n')).toContain('GET /t ');
    upstream.end(OK);
    await readUntil(tunnelled, 'hi');
    expect(harness.observer.heads.map(({ target }) => target)).toEqual(['/', '/t']);
  });
});

describe('an endpoint whose client speaks what cannot be read', () => {
  it.each(['plain', 'tls'])('joins it to the target, over %s', async (how) => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, 1);
    const target = new URL(`https://localhost:${server.port}`);
    const { port } = new URL(await harness.proxy.addEndpoint(target));
    const plain = await connectTo(Number(port));
    const client =
      how === 'plain'
        ? plain
        : await secure(plain, { ca: authorities.ours.certificatePem, host: '127.0.0.1' });
    client.write('FETCH / HTTP/1.1\r\nHost: h\r\n\r\n');
    const upstream = await server.accept();
    expect(await readUntil(upstream, '\r\n\r\n')).toBe('FETCH / HTTP/1.1\r\nHost: h\r\n\r\n');
    upstream.write(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
    expect(harness.events).toMatchObject([{ kind: 'not-http' }]);
  });
});

describe('closing the proxy', () => {
  it('ends every connection, and tells the observer of what was under way', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    const client = await harness.client();
    client.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    const upstream = await server.accept();
    await readUntil(upstream, '\r\n\r\n');
    const idle = await connectTo(harness.proxy.port);
    const ended = Promise.all([client, idle, upstream].map(readAll));
    await harness.proxy.close();
    expect(harness.observer.ended).toMatchObject([{ end: { status: null } }]);
    await ended;
    expect(harness.observer.ended).toHaveLength(1);
  });

  it('is possible while the certificates are still being made', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port, { certificates: new Promise(() => {}) });
    await expect(
      Promise.race([harness.client(), harness.proxy.close().then(() => 'closed')]),
    ).resolves.toBe('closed');
  });
});

describe('a port that is taken', () => {
  it('is refused with a hint', async () => {
    server = await startTcpServer();
    harness = await startHarness(authorities, server.port);
    await expect(startHarness(authorities, 1, { port: server.port })).rejects.toMatchObject({
      code: 'E_PORT_IN_USE',
    });
  });
});

describe('the way out through the user’s own proxy', () => {
  let outer: RunningProxy;
  let seen: string[];

  /** A proxy of the test that notes what it is asked for; it stands where the user's own would. */
  const startOuter = async (): Promise<void> => {
    seen = [];
    outer = await startProxy({
      certificates: authorities.ours,
      observer: {
        begin: ({ method, target, headers }) => {
          seen.push(`${method} ${target} ${headers.get('proxy-authorization')}`);
          return undefined;
        },
      },
      shouldIntercept: (host, port) => {
        seen.push(`CONNECT ${host}:${port}`);
        return false;
      },
    });
    others.push(outer);
  };

  it('is taken by intercepted requests, tunnels and plain requests', async () => {
    server = await startTlsServer(authorities.theirs);
    await startOuter();
    const plain = await startTcpServer();
    others.push(plain);
    harness = await startHarness(authorities, server.port, {
      outgoingProxy: () => new URL(`http://user:p%40ss@127.0.0.1:${outer.port}`),
    });
    const client = await harness.client();
    client.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    const upstream = await server.accept();
    await readUntil(upstream, '\r\n\r\n');
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);

    const tunnel = await openTunnel(harness.proxy.port, `127.0.0.1:${plain.port}`);
    tunnel.write('through');
    expect(await readUntil(await plain.accept(), 'through')).toBe('through');

    const direct = await connectTo(harness.proxy.port);
    direct.write(`GET http://127.0.0.1:${plain.port}//x HTTP/1.1\r\nHost: h\r\n\r\n`);
    const target = await plain.accept();
    expect(await readUntil(target, '\r\n\r\n')).toBe('GET //x HTTP/1.1\r\nHost: h\r\n\r\n');
    target.end(OK);
    expect(await readUntil(direct, 'hi')).toBe(OK);

    const credentials = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(seen).toContain(`CONNECT localhost:${server.port}`);
    expect(seen).toContain(`CONNECT 127.0.0.1:${plain.port}`);
    expect(seen).toContain(`GET //x ${credentials}`);
  });

  it('that refuses is a 502 that says so, without its credentials', async () => {
    server = await startTcpServer();
    harness = await startHarness(authorities, 1, {
      outgoingProxy: () => new URL(`http://user:secret@127.0.0.1:${server.port}`),
    });
    const client = await harness.client();
    client.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    const socket = await server.accept();
    expect(await readUntil(socket, '\r\n\r\n')).toContain('\r\nProxy-Authorization: Basic ');
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    const answer = await readUntil(client, '\r\n\r\n');
    expect(answer).toMatch(/x-leastgrant-error: .*407/);
    expect(answer).not.toContain('secret');
  });
});

describe('starting', () => {
  it('loads neither http-proxy, undici nor http2', async () => {
    server = await startTcpServer();
    harness = await startHarness(authorities, server.port);
    const script =
      "await import('./proxy/proxy.ts');" +
      "const { createRequire } = await import('node:module');" +
      'const loaded = Object.keys(createRequire(process.cwd() + "/x.js").cache);' +
      'console.log(JSON.stringify({ http2: process.moduleLoadList.includes("NativeModule http2"), loaded }));';
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      script,
    ]);
    const { http2, loaded }: { http2: boolean; loaded: string[] } = JSON.parse(stdout);
    expect(http2).toBe(false);
    expect(loaded.filter((path) => /undici|http-proxy/.test(path))).toEqual([]);
  });
});
