import tls from 'node:tls';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createTestAuthority } from './support/authorities.ts';
import { openTunnel, readAll, readUntil, secure } from './support/connections.ts';
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

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

/** Starts a proxy that intercepts the test's own server, by its true address. */
async function interceptServer(): Promise<void> {
  harness = await startHarness(authorities, server.port, {
    shouldIntercept: (host) => host === 'localhost',
  });
}

describe('what a client speaks in an intercepted tunnel', () => {
  beforeEach(async () => {
    server = await startTcpServer();
    await interceptServer();
  });

  const open = () => openTunnel(harness.proxy.port, `localhost:${server.port}`);

  it('may be plain HTTP, which is observed too', async () => {
    await harness.close();
    harness = await startHarness(authorities, server.port, {
      upstream: { url: new URL(`http://localhost:${server.port}`) },
    });
    const client = await openTunnel(harness.proxy.port, `${HOST}:80`);
    client.write(`GET /x HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    const upstream = await server.accept();
    expect(await readUntil(upstream, '\r\n\r\n')).toBe(`GET /x HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
    expect(harness.observer.heads).toMatchObject([{ host: HOST, target: '/x' }]);
  });

  it('may be nothing until the server has greeted it', async () => {
    const client = await open();
    const upstream = await server.accept();
    upstream.write('220 ready\r\n');
    expect(await readUntil(client, '\r\n')).toBe('220 ready\r\n');
    client.write('EHLO x\r\n');
    expect(await readUntil(upstream, '\r\n')).toBe('EHLO x\r\n');
    expect(harness.events).toEqual([{ kind: 'not-http', host: 'localhost', port: server.port }]);
  });

  it('is still served when it comes late', async () => {
    await harness.close();
    harness = await startHarness(authorities, server.port, {
      shouldIntercept: (host) => host === 'localhost',
      upstream: { url: new URL(`http://localhost:${server.port}`) },
    });
    const client = await open();
    const probe = await server.accept();
    client.write('GET /late HTTP/1.1\r\nHost: h\r\n\r\n');
    await readAll(probe);
    const upstream = await server.accept();
    expect(await readUntil(upstream, '\r\n\r\n')).toContain('GET /late ');
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });

  it('is served at once though its target never answers', async () => {
    await harness.close();
    const silentProxy = await startTcpServer();
    onTestFinished(() => silentProxy.close());
    harness = await startHarness(authorities, server.port, {
      upstream: { url: new URL(`http://localhost:${server.port}`) },
      outgoingProxy: ({ hostname }) =>
        hostname === HOST ? new URL(`http://127.0.0.1:${silentProxy.port}`) : undefined,
    });
    const client = await openTunnel(harness.proxy.port, `${HOST}:443`);
    await silentProxy.accept();
    client.write('GET /late HTTP/1.1\r\nHost: h\r\n\r\n');
    const upstream = await server.accept();
    expect(await readUntil(upstream, '\r\n\r\n')).toContain('GET /late ');
  });

  it.each([
    ['binary', Buffer.from([0x10, 0x0c, 0x00, 0x04, 0x4d, 0x51])],
    ['a text protocol', Buffer.from('SSH-2.0-test\r\n')],
    ['a broken handshake', Buffer.from([22, 3, 1, 0, 5, 9, 9, 9, 9, 9])],
  ])('may be %s, which reaches the target untouched', async (_name, bytes) => {
    const client = await open();
    client.write(bytes);
    const upstream = await server.accept();
    expect(await readUntil(upstream, bytes.toString('latin1'))).toBe(bytes.toString('latin1'));
    upstream.end('bye');
    expect((await readAll(client)).text).toBe('bye');
    expect(harness.events).toMatchObject([{ kind: 'not-http' }]);
  });

  it('may end before it has said enough', async () => {
    const client = await open();
    client.end('GE');
    const upstream = await server.accept();
    expect((await readAll(upstream)).text).toBe('GE');
    upstream.end('what?');
    expect((await readAll(client)).text).toBe('what?');
  });
});

describe('a TLS client', () => {
  it('that offers no HTTP (MQTT) meets the server itself', async () => {
    server = await startTlsServer(authorities.theirs, ['mqtt']);
    await interceptServer();
    const client = await secure(await openTunnel(harness.proxy.port, `localhost:${server.port}`), {
      ca: authorities.theirs.certificatePem,
      servername: 'localhost',
      ALPNProtocols: ['mqtt'],
    });
    const upstream = await server.accept();
    client.write('\x10\x00');
    expect(await readUntil(upstream, '\x10\x00')).toBe('\x10\x00');
    expect(harness.events).toMatchObject([{ kind: 'not-http' }]);
  });

  it('that speaks no HTTP after its handshake is joined to the server', async () => {
    server = await startTlsServer(authorities.theirs);
    await interceptServer();
    const client = await secure(await openTunnel(harness.proxy.port, `localhost:${server.port}`), {
      ca: authorities.ours.certificatePem,
      servername: 'localhost',
    });
    client.write('\x10\x00');
    const upstream = await server.accept();
    expect(await readUntil(upstream, '\x10\x00')).toBe('\x10\x00');
    upstream.write('\x20\x02');
    expect(await readUntil(client, '\x20\x02')).toBe('\x20\x02');
  });

  it('whose request no parser of ours takes is joined to what stands in for the server', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    const client = await harness.client();
    const request = `GET /caf\xc3\xa9 HTTP/1.1\r\nHost: h\r\nX: folded\r\n value\r\n\r\n`;
    client.write(request, 'latin1');
    const upstream = await server.accept();
    expect(await readUntil(upstream, '\r\n\r\n')).toBe(request);
    upstream.write('HTTP/1.1 200 OK\n\n');
    expect(await readUntil(client, '\n\n')).toBe('HTTP/1.1 200 OK\n\n');
    expect(harness.events).toMatchObject([{ kind: 'not-http' }]);
  });

  it.each([
    [['h2', 'http/1.1'], 'http/1.1'],
    [['http/1.1'], 'http/1.1'],
    [['h2'], 'h2'],
    [undefined, false],
  ])('that offers %j agrees on %s', async (offered, expected) => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    const client = await harness.client(offered === undefined ? {} : { ALPNProtocols: offered });
    expect(client.alpnProtocol).toBe(expected);
    client.destroy();
  });

  it('resumes its session', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    const first = await harness.client({ maxVersion: 'TLSv1.2' });
    const session = first.getSession();
    first.end();
    const second = await harness.client({ maxVersion: 'TLSv1.2', ...(session && { session }) });
    expect(second.isSessionReused()).toBe(true);
  });

  it('that does not trust our certificate is reported', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    await expect(harness.client({ ca: authorities.theirs.certificatePem })).rejects.toThrow();
    await expect
      .poll(() => harness.events)
      .toMatchObject([{ kind: 'handshake-failed', host: HOST }]);
    expect(harness.proxy.stats.handshakeFailures).toBe(1);
  });

  it('that gives a spare connection up is not taken for one that does not trust us', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    const leave = async (options: tls.ConnectionOptions) => (await harness.client(options)).end();
    const call = async () => {
      const client = await harness.client();
      client.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`);
      const upstream = await server.accept();
      await readUntil(upstream, '\r\n\r\n');
      upstream.end(OK);
      await readAll(client);
    };
    await call();
    await leave({});
    await call();
    expect(harness.events).toEqual([]);
    // Another client, as its ciphers tell, has not shown yet that it trusts us.
    await leave({ ciphers: 'TLS_AES_128_GCM_SHA256' });
    await expect
      .poll(() => harness.events)
      .toMatchObject([{ kind: 'handshake-failed', failure: 'closed-in-silence' }]);
  });

  it('that resets the connection in the handshake is reported', async () => {
    server = await startTlsServer(authorities.theirs);
    harness = await startHarness(authorities, server.port);
    const socket = await openTunnel(harness.proxy.port, `${HOST}:443`);
    const client = tls.connect({ socket, servername: HOST, ca: 'none' });
    client.on('error', () => undefined);
    const reply = new Promise((resolve) => socket.once('data', resolve));
    await Promise.race([reply, new Promise((resolve) => client.once('close', resolve))]);
    socket.resetAndDestroy();
    await expect.poll(() => harness.events).toMatchObject([{ kind: 'handshake-failed' }]);
  });

  it('that asks for a host without a certificate of ours meets the server itself', async () => {
    server = await startTlsServer(authorities.theirs);
    await interceptServer();
    await harness.close();
    harness = await startHarness(authorities, server.port, {
      certificates: { secureContextFor: () => Promise.reject(new Error('not permitted')) },
      shouldIntercept: () => true,
    });
    const client = await secure(await openTunnel(harness.proxy.port, `localhost:${server.port}`), {
      ca: authorities.theirs.certificatePem,
      servername: 'localhost',
    });
    expect(client.authorized).toBe(true);
    expect(harness.events).toMatchObject([{ kind: 'internal-error' }, { kind: 'not-http' }]);
    client.destroy();
  });

  it('after the certificates have come to their end meets the server itself', async () => {
    server = await startTlsServer(authorities.theirs);
    const dayMs = 24 * 3_600_000;
    harness = await startHarness(authorities, server.port, {
      certificates: await createTestAuthority(new Date(Date.now() - dayMs)),
      shouldIntercept: () => true,
    });
    const client = await secure(await openTunnel(harness.proxy.port, `localhost:${server.port}`), {
      ca: authorities.theirs.certificatePem,
      servername: 'localhost',
    });
    expect(client.authorized).toBe(true);
    expect(harness.events).toEqual([
      { kind: 'certificates-expired', host: 'localhost', port: server.port },
    ]);
    client.destroy();
  });
});

describe('the upstream of an intercepted request', () => {
  it('must have a certificate that is trusted', async () => {
    server = await startTlsServer(authorities.ours);
    harness = await startHarness(authorities, server.port);
    const client = await harness.client();
    client.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    const answer = await readUntil(client, '\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 502 /);
    expect(answer).toMatch(/x-leastgrant-error: .*certificate.* --upstream-ca/);
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: null } }]);
  });

  it('must speak TLS where it is said to', async () => {
    server = await startTcpServer();
    harness = await startHarness(authorities, server.port);
    const client = await harness.client();
    client.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    (await server.accept()).end('HTTP/1.1 400 Bad Request\r\n\r\n');
    const error = /^x-leastgrant-error: (.*)$/m.exec(await readUntil(client, '\r\n\r\n'))?.[1];
    expect(error?.trim()).toBe('no TLS is spoken there');
  });

  it('must have a certificate for its name', async () => {
    server = await startTlsServer({
      certificatePem: authorities.theirs.certificatePem,
      secureContextFor: () => authorities.theirs.secureContextFor('other.example.test'),
    });
    harness = await startHarness(authorities, server.port);
    const client = await harness.client();
    client.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    expect(await readUntil(client, '\r\n\r\n')).toMatch(/x-leastgrant-error: .*altnames/);
  });

  it('is verified even where the environment says otherwise', async () => {
    server = await startTlsServer(authorities.ours);
    harness = await startHarness(authorities, server.port);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const client = await harness.client();
    client.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    expect(await readUntil(client, '\r\n\r\n')).toMatch(/^HTTP\/1\.1 502 /);
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  });

  it('is asked for by the name that the client asks for', async () => {
    const asked: string[] = [];
    server = await startTlsServer({
      certificatePem: authorities.theirs.certificatePem,
      secureContextFor: (name) => {
        asked.push(name);
        return authorities.theirs.secureContextFor(name);
      },
    });
    harness = await startHarness(authorities, server.port, {
      shouldIntercept: (host) => host === '127.0.0.1' || host === 'vpce.example.test',
      upstream: undefined,
    });
    const client = await harness.client(
      { servername: 'vpce.example.test' },
      `127.0.0.1:${server.port}`,
    );
    client.write('GET / HTTP/1.1\r\nHost: vpce.example.test\r\n\r\n');
    const upstream = await server.accept();
    await readUntil(upstream, '\r\n\r\n');
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
    expect(asked).toEqual(['vpce.example.test']);
  });
});
