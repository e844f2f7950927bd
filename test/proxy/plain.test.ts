import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectTo, readAll, readUntil } from './support/connections.ts';
import {
  type Authorities,
  createAuthorities,
  type Harness,
  startHarness,
} from './support/harness.ts';
import { createTestObserver } from './support/observer.ts';
import { type SocketServer, startTcpServer } from './support/upstreams.ts';

let authorities: Authorities;
let harness: Harness;
let server: SocketServer;

beforeAll(async () => {
  authorities = await createAuthorities();
});

beforeEach(async () => {
  server = await startTcpServer();
  harness = await startHarness(authorities, server.port, {
    observer: createTestObserver(undefined, ({ headers }) => headers.has('authorization')),
  });
});

afterEach(async () => {
  await harness.close();
  await server.close();
});

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

/** Sends a request to the proxy and returns what the upstream received up to `until`. */
async function send(request: string, until = '\r\n\r\n') {
  const client = await connectTo(harness.proxy.port);
  client.write(request);
  const upstream = await server.accept();
  return { client, upstream, received: await readUntil(upstream, until) };
}

describe('an ordinary request in absolute form', () => {
  it('is forwarded with its path, headers, order and case untouched, and nothing added', async () => {
    const headers = `X-b: 1\r\nHOST: 127.0.0.1:${server.port}\r\nx-A: 2\r\nUser-Agent: t\r\n\r\n`;
    const url = `http://127.0.0.1:${server.port}`;
    const { client, upstream, received } = await send(
      `GET ${url}//a/../b?q=%41& HTTP/1.1\r\n${headers}`,
    );
    expect(received).toBe(`GET //a/../b?q=%41& HTTP/1.1\r\n${headers}`);
    upstream.write(
      'HTTP/1.1 200 Fine\r\nx-A: 1\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nContent-Length: 2\r\n\r\nhi',
    );
    expect(await readUntil(client, 'hi')).toBe(
      'HTTP/1.1 200 Fine\r\nx-A: 1\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nContent-Length: 2\r\n\r\nhi',
    );
    expect(harness.observer.heads).toEqual([]);
  });

  it.each(['DELETE', 'OPTIONS', 'POST', 'PROPFIND'])(
    'by %s gets no body framing',
    async (method) => {
      const { client, upstream, received } = await send(
        `${method} http://127.0.0.1:${server.port}/x HTTP/1.1\r\nHost: h\r\n\r\n`,
      );
      expect(received).toBe(`${method} /x HTTP/1.1\r\nHost: h\r\n\r\n`);
      upstream.end(OK);
      await readUntil(client, 'hi');
    },
  );

  it('carries its body as it was framed', async () => {
    const body = '5\r\nhello\r\n0\r\n\r\n';
    const head = 'Host: h\r\nTransfer-Encoding: chunked\r\n\r\n';
    const { client, upstream, received } = await send(
      `DELETE http://127.0.0.1:${server.port}/x HTTP/1.1\r\n${head}${body}`,
      '\r\n0\r\n\r\n',
    );
    expect(received).toBe(`DELETE /x HTTP/1.1\r\n${head}${body}`);
    upstream.end(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: t\r\n\r\n2\r\nhi\r\n0\r\nt: 1\r\n\r\n',
    );
    expect(await readUntil(client, 't: 1\r\n\r\n')).toContain('\r\n2\r\nhi\r\n0\r\n');
  });

  it('may wait for `100 Continue`', async () => {
    const { client, upstream } = await send(
      `PUT http://127.0.0.1:${server.port}/x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n`,
    );
    upstream.write('HTTP/1.1 100 Continue\r\n\r\n');
    await readUntil(client, '\r\n\r\n');
    client.write('x');
    await readUntil(upstream, 'x');
    upstream.end(OK);
    await readUntil(client, 'hi');
  });

  it('is sent again when its kept connection was closed at the same moment', async () => {
    const get = `GET http://127.0.0.1:${server.port}/ HTTP/1.1\r\nHost: h\r\n\r\n`;
    const { client, upstream } = await send(get);
    upstream.write(OK);
    await readUntil(client, 'hi');
    client.write(get);
    await readUntil(upstream, '\r\n\r\n');
    upstream.resetAndDestroy();
    const second = await server.accept();
    await readUntil(second, '\r\n\r\n');
    second.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });

  it('to what cannot be reached is a 502 that says why', async () => {
    const { port } = server;
    await server.close();
    const client = await connectTo(harness.proxy.port);
    client.write(`GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: h\r\n\r\n`);
    expect(await readUntil(client, '\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 502 [\s\S]*x-leastgrant-error/,
    );
  });

  it('whose answer breaks off is seen to be cut', async () => {
    const { client, upstream } = await send(
      `GET http://127.0.0.1:${server.port}/ HTTP/1.1\r\nHost: h\r\n\r\n`,
    );
    upstream.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
    expect((await readAll(client)).text).toBe('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
  });

  it('that the client leaves ends upstream', async () => {
    const { client, upstream } = await send(
      `GET http://127.0.0.1:${server.port}/ HTTP/1.1\r\nHost: h\r\n\r\n`,
    );
    client.destroy();
    expect((await readAll(upstream)).text).toBe('');
  });
});

describe('a request in absolute form that interests the observer', () => {
  it('is observed and forwarded untouched', async () => {
    const head = `Host: 127.0.0.1:${server.port}\r\nAuthorization: AWS4-HMAC-SHA256\r\nContent-Length: 4\r\n\r\n`;
    const { client, upstream, received } = await send(
      `POST http://127.0.0.1:${server.port}/q HTTP/1.1\r\n${head}body`,
      'body',
    );
    expect(received).toBe(`POST /q HTTP/1.1\r\n${head}body`);
    upstream.end(OK);
    await readUntil(client, 'hi');
    const [seen] = await harness.observer.untilEnded(1);
    expect(seen?.head).toMatchObject({ host: `127.0.0.1:${server.port}`, target: '/q' });
    expect(Buffer.from(seen?.end.requestBody ?? []).toString()).toBe('body');
    expect(Buffer.from(seen?.end.responseBody ?? []).toString()).toBe('hi');
    expect(seen?.end.status).toBe(200);
  });
});

describe('a request to the proxy itself', () => {
  const ask = async (request: string): Promise<string> => {
    const client = await connectTo(harness.proxy.port);
    client.end(request);
    return (await readAll(client)).text;
  };

  it('gets help', async () => {
    const text = await ask('GET / HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toContain('leastgrant run --');
    expect(text).toContain(harness.proxy.url);
  });

  it.each(['GET /other HTTP/1.1', 'POST / HTTP/1.1', 'OPTIONS * HTTP/1.1'])(
    'for anything else (%s) is not found',
    async (line) => {
      expect(await ask(`${line}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 404 /);
    },
  );

  it('in absolute form does not loop', async () => {
    const text = await ask(`GET ${harness.proxy.url}/ HTTP/1.1\r\nConnection: close\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 (200|404) /);
    expect(text).toContain('leastgrant run --');
  });
});

describe('an offer to go on in HTTP/2 (h2c)', () => {
  it('is declined and the request goes on as it is', async () => {
    const { client, upstream, received } = await send(
      `POST http://127.0.0.1:${server.port}/x HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, HTTP2-Settings\r\n` +
        'Upgrade: h2c\r\nHTTP2-Settings: AAM\r\nContent-Length: 4\r\n\r\nbody',
      'body',
    );
    expect(received).toBe('POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody');
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });
});

describe('a request in absolute form that no parser of ours takes', () => {
  it.each([
    ["a method of the server's own", 'BAN', '/a'],
    ['a path beyond ASCII', 'GET', '/caf\xc3\xa9'],
  ])('reaches its server and is answered: %s', async (_what, method, path) => {
    const client = await connectTo(harness.proxy.port);
    const host = `127.0.0.1:${server.port}`;
    client.write(
      `${method} http://${host}${path} HTTP/1.1\r\nHost: ${host}\r\nProxy-Connection: keep-alive\r\n` +
        'Connection: keep-alive\r\nX-A: 1\r\nContent-Length: 4\r\n\r\nab',
      'latin1',
    );
    const upstream = await server.accept();
    await readUntil(upstream, 'ab').then((received) =>
      expect(received).toBe(
        `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nX-A: 1\r\nContent-Length: 4\r\nConnection: close\r\n\r\nab`,
      ),
    );
    client.write('cd');
    await readUntil(upstream, 'cd');
    upstream.end(OK);
    expect(await readAll(client)).toEqual({ text: OK, failed: false });
  });

  it('is a 502 where its server is not there', async () => {
    await server.close();
    const client = await connectTo(harness.proxy.port);
    client.write(`BAN http://127.0.0.1:${server.port}/ HTTP/1.1\r\nHost: h\r\n\r\n`);
    expect((await readAll(client)).text).toMatch(/^HTTP\/1\.1 502 /);
  });
});
