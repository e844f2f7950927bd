import type net from 'node:net';
import type tls from 'node:tls';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { once, readAll, readUntil } from './support/connections.ts';
import {
  type Authorities,
  createAuthorities,
  type Harness,
  HOST,
  startHarness,
} from './support/harness.ts';
import { type SocketServer, startTlsServer } from './support/upstreams.ts';

let authorities: Authorities;
let harness: Harness;
let server: SocketServer;

beforeAll(async () => {
  authorities = await createAuthorities();
});

beforeEach(async () => {
  server = await startTlsServer(authorities.theirs);
  harness = await startHarness(authorities, server.port);
});

afterEach(async () => {
  await harness.close();
  await server.close();
});

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

/** Sends a request and returns what the upstream received up to `until`, with both ends still open. */
async function send(
  request: string,
  until: string,
): Promise<{ client: tls.TLSSocket; upstream: net.Socket; received: string }> {
  const client = await harness.client();
  client.write(request);
  const upstream = await server.accept();
  return { client, upstream, received: await readUntil(upstream, until) };
}

/** The TCP connection under a TLS connection of the upstream. */
function carrierOf(upstream: net.Socket): net.Socket {
  const carrier = server.carriers.get(upstream.remotePort ?? 0);
  if (carrier === undefined) throw new Error('no such connection');
  return carrier;
}

/** Lets the upstream answer a GET and returns what the client received until the connection ended. */
async function answerOf(answer: string, request = `GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`) {
  const { client, upstream } = await send(request, '\r\n\r\n');
  upstream.end(answer);
  return readAll(client);
}

describe('a request', () => {
  it('reaches the upstream with its headers in their order, case and number, and nothing added', async () => {
    const request =
      'POST /b%2Fk/../x//y?b=2&a=1 HTTP/1.1\r\nx-amz-date: 1\r\n' +
      `HOST: ${HOST}\r\nX-Dup: one\r\nX-Dup: two\r\nContent-Length: 7\r\nx-last:\r\n\r\n{"a":1}`;
    const { client, upstream, received } = await send(request, '{"a":1}');
    expect(received.replace('x-last: ', 'x-last:')).toBe(request);
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });

  it('keeps repeated headers where they stood', async () => {
    const lines = 'Host: h\r\nX-Dup: one\r\nX-Other: 1\r\nx-dup: two\r\nContent-Length: 1\r\n';
    const { client, upstream, received } = await send(
      `PUT /a HTTP/1.1\r\n${lines}\r\nx`,
      '\r\n\r\nx',
    );
    expect(received).toContain(lines);
    upstream.end(OK);
    await readUntil(client, 'hi');
  });

  it('is sent without a body framing when it has none', async () => {
    const request = `POST / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`;
    const { client, upstream, received } = await send(request, '\r\n\r\n');
    expect(received).toBe(request);
    upstream.end(OK);
    await readUntil(client, 'hi');
  });

  it('keeps `Content-Length: 0` of a GET, which may be signed', async () => {
    const request = `GET / HTTP/1.1\r\ncontent-length: 0\r\nhost: ${HOST}\r\n\r\n`;
    const { client, upstream, received } = await send(request, '\r\n\r\n');
    expect(received).toBe(request);
    upstream.end(OK);
    await readUntil(client, 'hi');
  });

  it('loses the headers that concern one connection only', async () => {
    const { client, upstream, received } = await send(
      'GET / HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, X-Mine\r\nKeep-Alive: timeout=5\r\n' +
        'X-Mine: 1\r\nTE: trailers\r\nProxy-Authorization: Basic eDp5\r\nUpgrade: x\r\nX-Kept: 1\r\n\r\n',
      '\r\n\r\n',
    );
    expect(received).toBe('GET / HTTP/1.1\r\nHost: h\r\nX-Kept: 1\r\n\r\n');
    upstream.end(OK);
    await readUntil(client, 'hi');
  });

  it('is passed on in chunks, with its trailers', async () => {
    const head =
      'PUT /k HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n';
    const { client, upstream, received } = await send(`${head}5\r\nhello\r\n`, 'hello\r\n');
    expect(received).toBe(`${head}5\r\nhello\r\n`);
    client.write('1\r\n!\r\n0\r\nX-Sum: abc\r\n\r\n');
    expect(await readUntil(upstream, 'abc\r\n\r\n')).toBe('1\r\n!\r\n0\r\nX-Sum: abc\r\n\r\n');
    upstream.end(OK);
    await readUntil(client, 'hi');
  });

  it('waits for `100 Continue` exactly as long as the upstream lets it wait', async () => {
    const request =
      'PUT /k HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n';
    const { client, upstream, received } = await send(request, '\r\n\r\n');
    expect(received).toBe(request);
    upstream.write('HTTP/1.1 100 Continue\r\n\r\n');
    expect(await readUntil(client, '\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    client.write('abc');
    expect(await readUntil(upstream, 'abc')).toBe('abc');
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });

  it('gets a final answer that came in the place of `100 Continue`', async () => {
    const { client, upstream } = await send(
      'PUT /k HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n',
      '\r\n\r\n',
    );
    upstream.write('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
    const { text } = await readAll(client);
    expect(text).toBe('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno');
    await once(upstream, 'close');
  });

  it('keeps its connection where its body did not wait for `100 Continue`', async () => {
    const { client, upstream } = await send(
      'PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\nbody',
      'body',
    );
    upstream.write(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
    client.write('GET /again HTTP/1.1\r\nHost: h\r\n\r\n');
    expect(await readUntil(upstream, '\r\n\r\n')).toContain('/again');
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });

  it('may have 100 KiB of headers', async () => {
    const large = `X-Large: ${'x'.repeat(100_000)}`;
    const { client, upstream, received } = await send(
      `GET / HTTP/1.1\r\nHost: h\r\n${large}\r\n\r\n`,
      '\r\n\r\n',
    );
    expect(received).toContain(large);
    upstream.end(`HTTP/1.1 200 OK\r\n${large}\r\nContent-Length: 2\r\n\r\nhi`);
    expect(await readUntil(client, 'hi')).toContain(large);
  });

  it('may hold bytes beyond ASCII', async () => {
    const { client, upstream, received } = await send(
      'GET / HTTP/1.1\r\nHost: h\r\nX-Name: caf\u00e9\r\n\r\n',
      '\r\n\r\n',
    );
    expect(Buffer.from(received, 'latin1').toString('utf8')).toContain('X-Name: caf\u00e9\r\n');
    upstream.end('HTTP/1.1 200 caf\u00e9\r\nX-Name: caf\u00e9\r\nContent-Length: 2\r\n\r\nhi');
    const answer = await readUntil(client, 'hi');
    expect(Buffer.from(answer, 'latin1').toString('utf8')).toContain('X-Name: caf\u00e9\r\n');
  });
});

describe('an answer', () => {
  it('comes back with its status line, headers, order, case and repetitions', async () => {
    const answer =
      'HTTP/1.1 299 Odd Phrase\r\nx-amz-id-2: abc=\r\nSet-Cookie: a=1\r\nserver: AmazonS3\r\n' +
      'Set-Cookie: b=2\r\nContent-Length: 2\r\nDate: today\r\n\r\nhi';
    const client = await harness.client();
    client.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    const upstream = await server.accept();
    await readUntil(upstream, '\r\n\r\n');
    upstream.end(answer);
    expect(await readUntil(client, '\r\n\r\nhi')).toBe(answer);
  });

  it('comes back in chunks, with its trailers and its encoding untouched', async () => {
    const answer =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n' +
      'Trailer: X-Sum\r\n\r\n4\r\n\x1f\x8b\x08\x00\r\n0\r\nX-Sum: abc\r\n\r\n';
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.end(Buffer.from(answer, 'latin1'));
    expect(await readUntil(client, 'abc\r\n\r\n')).toBe(answer);
  });

  it('keeps the length of what HEAD did not send', async () => {
    const { client, upstream } = await send('HEAD / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n');
    expect(await readUntil(client, '\r\n\r\n')).toBe(
      'HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n',
    );
    client.write('HEAD /again HTTP/1.1\r\nHost: h\r\n\r\n');
    expect(await readUntil(upstream, '\r\n\r\n')).toContain('/again');
    upstream.end('HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\n');
    await readUntil(client, '\r\n\r\n');
  });

  it.each([
    'HTTP/1.1 204 No Content\r\nx: 1\r\n\r\n',
    'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\nETag: "a"\r\n\r\n',
    'HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n',
  ])('has no body where it had none: %j', async (answer) => {
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.end(answer);
    expect(await readUntil(client, '\r\n\r\n')).toBe(answer);
  });

  it('that ends with its connection ends so for the client too', async () => {
    const { text, failed } = await answerOf('HTTP/1.1 200 OK\r\nX: 1\r\n\r\nall of it');
    expect(text).toBe('HTTP/1.1 200 OK\r\nX: 1\r\nConnection: close\r\n\r\nall of it');
    expect(failed).toBe(false);
  });

  it('may be announced by others (103)', async () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\nX-Odd: 1\r\n\r\n';
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write(hints);
    expect(await readUntil(client, '\r\n\r\n')).toBe(hints);
    upstream.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });

  it('shows its head at once, however late its body is', async () => {
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n');
    expect(await readUntil(client, '\r\n\r\n')).toContain('200 OK');
    upstream.end('hi');
    await readUntil(client, 'hi');
  });

  it.each([
    'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n',
  ])('that breaks off is seen to be cut: %j', async (answer) => {
    const { text } = await answerOf(answer);
    expect(text).toBe(answer);
    expect(harness.events.at(-1)).toMatchObject({ kind: 'upstream-failed', host: 'localhost' });
    expect(harness.observer.ended[0]?.end.status).toBe(200);
  });

  it('that lasts as long as its connection, and breaks off, is no clean end', async () => {
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write('HTTP/1.1 200 OK\r\n\r\nhalf');
    await readUntil(client, 'half');
    carrierOf(upstream).resetAndDestroy();
    expect(await readAll(client)).toEqual({ text: '', failed: true });
  });

  it.each([
    'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n',
  ])('that is reset is a reset for the client too: %j', async (answer) => {
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write(answer);
    await readUntil(client, 'half');
    carrierOf(upstream).resetAndDestroy();
    expect(await readAll(client)).toMatchObject({ failed: true });
  });

  it('reaches the client whole where the upstream says more than it announced', async () => {
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.end(`${OK}and more`);
    expect(await readUntil(client, 'hi')).toBe(OK);
    expect(harness.events).toEqual([]);
  });

  it('may have thousands of headers', async () => {
    const headers = Array.from({ length: 3_000 }, (_, i) => `x-${i}: v\r\n`).join('');
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    const answer = `HTTP/1.1 200 OK\r\nContent-Length: 2\r\n${headers}\r\nhi`;
    upstream.end(answer);
    expect(await readUntil(client, 'hi')).toBe(answer);
  });

  it('that is no HTTP is a 502 with a reason', async () => {
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.end('what?\r\n\r\n');
    const text = await readUntil(client, '\n\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 502 /);
    expect(text).toMatch(/x-leastgrant-error: .*Parse Error/);
  });
});

describe('a body', () => {
  it('is held back with the side that does not read it', async () => {
    const { client } = await send(
      `PUT /large HTTP/1.1\r\nHost: h\r\nContent-Length: ${2 ** 30}\r\n\r\n`,
      '\r\n\r\n',
    );
    const block = Buffer.alloc(1_048_576);
    let sent = 0;
    while (sent < 256 && (await writeWithin(client, block, 300))) sent += 1;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(64);
  });

  it('goes on after an answer that came before its end', async () => {
    const { client, upstream } = await send(
      'PUT /large HTTP/1.1\r\nHost: h\r\nContent-Length: 8\r\n\r\nhalf',
      'half',
    );
    upstream.write('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
    expect(await readUntil(client, 'no')).toContain('403');
    client.write('more');
    expect(await readUntil(upstream, 'more')).toBe('more');
    client.write('GET /next HTTP/1.1\r\nHost: h\r\n\r\n');
    expect(await readUntil(upstream, '\r\n\r\n')).toContain('GET /next ');
    upstream.end(OK);
    await readUntil(client, 'hi');
  });

  it('that the upstream no longer wants after its answer ends the connection', async () => {
    const { client, upstream } = await send(
      'PUT /large HTTP/1.1\r\nHost: h\r\nContent-Length: 8\r\n\r\nhalf',
      'half',
    );
    upstream.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
    carrierOf(upstream).destroy();
    const { text } = await readAll(client);
    expect(text).toContain('403 Forbidden');
    expect(text).not.toContain('502');
  });
});

describe('a connection', () => {
  it('serves one request after the other, over one upstream connection', async () => {
    const { client, upstream } = await send('GET /1 HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    const before = server.count;
    for (const path of ['/2', '/3']) {
      upstream.write(OK);
      expect(await readUntil(client, 'hi')).toBe(OK);
      client.write(`GET ${path} HTTP/1.1\r\nHost: h\r\n\r\n`);
      expect(await readUntil(upstream, '\r\n\r\n')).toContain(`GET ${path} `);
    }
    upstream.end(OK);
    await readUntil(client, 'hi');
    expect(server.count).toBe(before);
  });

  it('to `--upstream` serves every host that it takes the place of', async () => {
    const { client, upstream } = await send('GET /1 HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write(OK);
    await readUntil(client, 'hi');
    const otherHost = 'sqs.eu-west-1.amazonaws.com';
    const second = await harness.client({ servername: otherHost }, `${otherHost}:443`);
    second.write('GET /2 HTTP/1.1\r\nHost: h\r\n\r\n');
    expect(await readUntil(upstream, '\r\n\r\n')).toMatch(/^GET \/2 /);
    expect(server.count).toBe(1);
  });

  it('is closed after a request of HTTP/1.0', async () => {
    const { text, failed } = await answerOf(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n',
      'GET / HTTP/1.0\r\n\r\n',
    );
    expect(text).toBe('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhi');
    expect(failed).toBe(false);
  });

  it('that the client leaves ends the upstream request', async () => {
    const { client, upstream } = await send('GET / HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    client.destroy();
    await once(upstream, 'close');
    expect(upstream.destroyed).toBe(true);
  });

  it('that was kept and is found closed is replaced for a request that may be repeated', async () => {
    const { client, upstream } = await send('GET /1 HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write(OK);
    await readUntil(client, 'hi');
    client.write('PUT /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody');
    await readUntil(upstream, 'body');
    upstream.destroy();
    const second = await server.accept();
    expect(await readUntil(second, 'body')).toContain('PUT /2 ');
    second.end(OK);
    expect(await readUntil(client, 'hi')).toBe(OK);
  });

  it('that was kept and is found closed is a 502 for a POST, which may have been obeyed', async () => {
    const { client, upstream } = await send('GET /1 HTTP/1.1\r\nHost: h\r\n\r\n', '\r\n\r\n');
    upstream.write(OK);
    await readUntil(client, 'hi');
    client.write('POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody');
    await readUntil(upstream, 'body');
    upstream.destroy();
    expect(await readUntil(client, '\r\n\r\n')).toMatch(/^HTTP\/1\.1 502 /);
  });
});

/** Resolves with false when the block has not left within the time. */
function writeWithin(socket: tls.TLSSocket, block: Buffer, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    socket.write(block, () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
