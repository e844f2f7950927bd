import { type ClientHttp2Session, constants } from 'node:http2';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectTo, once, readUntil } from './support/connections.ts';
import {
  type Authorities,
  createAuthorities,
  type Harness,
  HOST,
  startHarness,
} from './support/harness.ts';
import { answerOf, http2Over, startHttp2Server } from './support/http2.ts';
import {
  type SocketServer,
  startTcpServer,
  startTlsServer,
  type TestServer,
} from './support/upstreams.ts';

let authorities: Authorities;
let harness: Harness;
let server: TestServer;

beforeAll(async () => {
  authorities = await createAuthorities();
});

afterEach(async () => {
  await harness.close();
  await server.close();
});

// Frames of RFC 9113, sections 3.4, 6.5 and 6.8.
const clientPreface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const emptySettings = Buffer.from('000000040000000000', 'hex');
const goodbye = Buffer.from('0000080700000000000000000000000000', 'hex');

type OnStream = Parameters<typeof startHttp2Server>[1];

/** Starts an HTTP/2 upstream and a proxy, and opens a client's session through it. */
async function open(onStream: OnStream): Promise<ClientHttp2Session> {
  server = await startHttp2Server(authorities.theirs, onStream);
  harness = await startHarness(authorities, server.port);
  return openSession();
}

async function startSession() {
  server = await startHttp2Server(authorities.theirs, (stream) =>
    stream.respond({}, { endStream: true }),
  );
  harness = await startHarness(authorities, server.port);
  return harness.client({ ALPNProtocols: ['h2'] });
}

async function openSession(): Promise<ClientHttp2Session> {
  return http2Over(await harness.client({ ALPNProtocols: ['h2'] }), `https://${HOST}`);
}

describe('a request over HTTP/2', () => {
  it('reaches an HTTP/2 upstream with its headers in order, and its answer comes back so', async () => {
    let received: readonly string[] = [];
    const session = await open((stream, _headers, raw) => {
      received = raw;
      stream.respond(
        { ':status': 201, 'x-b': '1', 'set-cookie': ['a', 'b'], 'x-a': '2' },
        { endStream: false },
      );
      stream.pipe(stream);
    });
    const call = session.request({
      ':method': 'POST',
      ':path': '/p//q?x=%2f',
      ':authority': HOST,
      'x-z': '1',
      authorization: 'AWS4-HMAC-SHA256 s',
      'x-dup': ['1', '2'],
      'x-a': '3',
      'content-length': '4',
    });
    call.end('body');
    const answer = await answerOf(call);
    expect(received).toEqual([
      ':method',
      'POST',
      ':path',
      '/p//q?x=%2f',
      ':authority',
      HOST,
      ':scheme',
      'https',
      'x-z',
      '1',
      'authorization',
      'AWS4-HMAC-SHA256 s',
      'x-dup',
      '1',
      'x-dup',
      '2',
      'x-a',
      '3',
      'content-length',
      '4',
    ]);
    expect(answer.headers).toMatchObject({ ':status': 201, 'x-b': '1', 'set-cookie': ['a', 'b'] });
    expect(answer.body).toBe('body');
    expect(await harness.observer.untilEnded(1)).toMatchObject([
      { head: { method: 'POST', host: HOST, target: '/p//q?x=%2f' }, end: { status: 201 } },
    ]);
    expect(Buffer.from(harness.observer.ended[0]?.end.requestBody ?? []).toString()).toBe('body');
  });

  // A closing session says goodbye first, but need not, and its last words may come too late to be read.
  it.each([
    ['with a goodbye', [clientPreface, emptySettings, goodbye]],
    ['without one', [clientPreface, emptySettings]],
  ])('leaves a client free to go that ends its connection %s', async (_name, frames) => {
    const socket = await startSession();
    socket.end(Buffer.concat(frames));
    const closed = once(socket, 'close');
    socket.resume();
    await closed;
    expect(socket.readableEnded).toBe(true);
  });

  it('gets no header that the upstream did not send', async () => {
    const session = await open((stream) => {
      stream.respond({ ':status': 204 }, { endStream: true, ...{ sendDate: false } });
    });
    const { raw } = await answerOf(session.request({ ':path': '/' }));
    expect(raw).toEqual([':status', '204']);
  });

  it('streams both ways at once', async () => {
    const session = await open((stream) => {
      stream.respond({ ':status': 200 });
      stream.on('data', (chunk: Buffer) => stream.write(chunk.toString().toUpperCase()));
      stream.on('end', () => stream.end());
    });
    const call = session.request({ ':method': 'POST', ':path': '/stream' });
    for (const word of ['one', 'two', 'three']) {
      call.write(word);
      expect(await readUntil(call, word.toUpperCase())).toBe(word.toUpperCase());
    }
    call.end();
    await once(call, 'close');
  });

  it('carries trailers both ways', async () => {
    let trailers: unknown;
    const session = await open((stream) => {
      stream.on('trailers', (received) => {
        trailers = Object.entries(received);
      });
      stream.respond({ ':status': 200 }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'x-sum': 'answer' }));
      stream.on('end', () => stream.end('done')).resume();
    });
    const call = session.request({ ':method': 'POST', ':path': '/' }, { waitForTrailers: true });
    call.on('wantTrailers', () => call.sendTrailers({ 'x-sum': 'request' }));
    call.end('body');
    const answer = await answerOf(call);
    expect(answer.body).toBe('done');
    expect(answer.trailers).toMatchObject({ 'x-sum': 'answer' });
    expect(trailers).toEqual([['x-sum', 'request']]);
  });

  it('passes on informational answers', async () => {
    const session = await open((stream) => {
      stream.additionalHeaders({ ':status': 103, link: '</a>' });
      stream.respond({ ':status': 200 }, { endStream: true });
    });
    const call = session.request({ ':path': '/' });
    const hints = new Promise((resolve) => call.once('headers', resolve));
    expect(await hints).toMatchObject({ ':status': 103, link: '</a>' });
    expect((await answerOf(call)).headers[':status']).toBe(200);
  });

  it('carries 8 MiB each way', async () => {
    const session = await open((stream) => {
      stream.respond({ ':status': 200 });
      stream.pipe(stream);
    });
    const call = session.request({ ':method': 'PUT', ':path': '/' });
    let received = 0;
    call.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    call.end(Buffer.alloc(8 * 1_048_576));
    await once(call, 'close');
    expect(received).toBe(8 * 1_048_576);
  });

  it('shares one upstream session with all others, and takes a new one after GOAWAY', async () => {
    const session = await open((stream) => {
      stream.respond({ ':status': 200 }, { endStream: true });
    });
    const upstream = server;
    if (!('sessions' in upstream) || !Array.isArray(upstream.sessions))
      throw new Error('no HTTP/2');
    const other = await openSession();
    await answerOf(session.request({ ':path': '/1' }));
    await answerOf(other.request({ ':path': '/2' }));
    expect(upstream.sessions).toHaveLength(1);
    upstream.sessions[0].close();
    await expect
      .poll(async () => (await answerOf(session.request({ ':path': '/3' }))).headers[':status'])
      .toBe(200);
    expect(upstream.sessions).toHaveLength(2);
  });
});

describe('the end of the proxy', () => {
  it('ends the connection to an upstream that has told it to go away', async () => {
    const raw = await startTlsServer(authorities.theirs, ['h2']);
    server = raw;
    harness = await startHarness(authorities, raw.port);
    const session = await openSession();
    const answer = answerOf(session.request({ ':path': '/' }));
    const upstream = await raw.accept();
    const status200 = Buffer.from('00000101050000000188', 'hex');
    upstream.write(Buffer.concat([emptySettings, status200, goodbye]));
    await answer;
    await harness.close();
    const closed = once(upstream, 'close');
    // The first finds nobody, the second is told so.
    upstream.write('is anyone there?', () => setImmediate(() => upstream.write('no?')));
    await closed;
  });
});

describe('the end of an HTTP/2 stream', () => {
  it('by a reset of the upstream is the same reset for the client', async () => {
    const session = await open((stream) => stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM));
    const { resetCode } = await answerOf(session.request({ ':path': '/' }));
    expect(resetCode).toBe(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: null } }]);
  });

  it('by a reset of the client is the same reset for the upstream', async () => {
    const reset = new Promise<number | undefined>((resolve) => {
      void open((stream) => {
        stream.respond({ ':status': 200 });
        stream.once('close', () => resolve(stream.rstCode));
      }).then((session) => {
        const call = session.request({ ':method': 'POST', ':path': '/' });
        call.on('error', () => undefined);
        call.once('response', () => call.close(constants.NGHTTP2_CANCEL));
      });
    });
    expect(await reset).toBe(constants.NGHTTP2_CANCEL);
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: 200 } }]);
  });

  it('by the death of the upstream in the middle of an answer is no clean end', async () => {
    const session = await open((stream) => {
      stream.respond({ ':status': 200 });
      stream.write('half', () => stream.session?.destroy());
    });
    const answer = await answerOf(session.request({ ':path': '/' }));
    expect(answer.resetCode).toBeGreaterThan(0);
  });

  it('without an upstream is a 502 that says why', async () => {
    server = await startTcpServer();
    harness = await startHarness(authorities, server.port);
    const session = await openSession();
    await server.close();
    const answer = await answerOf(session.request({ ':path': '/' }));
    expect(answer.headers[':status']).toBe(502);
    expect(answer.headers['x-leastgrant-error']).toMatch(/ECONNREFUSED/);
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: null } }]);
  });
});

describe('a request over HTTP/2 to an upstream that speaks HTTP/1.1', () => {
  let upstream: SocketServer;

  const openHttp1 = async (): Promise<ClientHttp2Session> => {
    upstream = await startTlsServer(authorities.theirs);
    server = upstream;
    harness = await startHarness(authorities, upstream.port);
    return openSession();
  };

  it('is translated, with the authority as Host', async () => {
    const session = await openHttp1();
    const call = session.request({
      ':method': 'POST',
      ':path': '/p?q',
      ':authority': HOST,
      'x-a': '1',
      cookie: ['a=1', 'b=2'],
      te: 'trailers',
      'content-length': '4',
    });
    call.end('body');
    const socket = await upstream.accept();
    expect(await readUntil(socket, 'body')).toBe(
      `POST /p?q HTTP/1.1\r\nhost: ${HOST}\r\nx-a: 1\r\ncontent-length: 4\r\ncookie: a=1; b=2\r\n\r\nbody`,
    );
    socket.end(
      'HTTP/1.1 200 OK\r\nX-B: 1\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nTransfer-Encoding: chunked\r\n' +
        'Connection: keep-alive\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 1\r\n\r\n',
    );
    const answer = await answerOf(call);
    expect(answer.raw).toEqual([
      ':status',
      '200',
      'x-b',
      '1',
      'set-cookie',
      'a',
      'set-cookie',
      'b',
    ]);
    expect(answer.body).toBe('hi');
    expect(answer.trailers).toMatchObject({ 'x-sum': '1' });
    expect(await harness.observer.untilEnded(1)).toMatchObject([{ end: { status: 200 } }]);
  });

  it('of unknown length is sent in chunks, with its trailers', async () => {
    const session = await openHttp1();
    const call = session.request({ ':method': 'PUT', ':path': '/' }, { waitForTrailers: true });
    call.on('wantTrailers', () => call.sendTrailers({ 'x-sum': '1' }));
    call.end('body');
    const socket = await upstream.accept();
    expect(await readUntil(socket, 'x-sum: 1\r\n\r\n')).toMatch(
      /transfer-encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\nx-sum: 1\r\n\r\n$/,
    );
    socket.end('HTTP/1.1 204 No Content\r\n\r\n');
    expect((await answerOf(call)).headers[':status']).toBe(204);
  });

  it('by HEAD has an answer without a body', async () => {
    const session = await openHttp1();
    const call = session.request({ ':method': 'HEAD', ':path': '/' });
    const socket = await upstream.accept();
    await readUntil(socket, '\r\n\r\n');
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n');
    expect((await answerOf(call)).headers).toMatchObject({ ':status': 200, 'content-length': '5' });
  });

  it('whose answer breaks off is no clean end', async () => {
    const session = await openHttp1();
    const call = session.request({ ':path': '/' });
    const socket = await upstream.accept();
    await readUntil(socket, '\r\n\r\n');
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi');
    expect((await answerOf(call)).resetCode).toBeGreaterThan(0);
  });

  it('with an answer that HTTP/2 has no form for is a 502', async () => {
    const session = await openHttp1();
    const call = session.request({ ':path': '/' });
    const socket = await upstream.accept();
    await readUntil(socket, '\r\n\r\n');
    socket.end(
      'HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 0\r\n\r\n',
    );
    expect((await answerOf(call)).headers[':status']).toBe(502);
  });

  it('that the client cancels ends upstream', async () => {
    const session = await openHttp1();
    const call = session.request({ ':path': '/' });
    call.on('error', () => undefined);
    const socket = await upstream.accept();
    await readUntil(socket, '\r\n\r\n');
    call.close(constants.NGHTTP2_CANCEL);
    await once(socket, 'close');
  });
});

describe('HTTP/2 with prior knowledge', () => {
  it('over TLS without ALPN is understood (Java)', async () => {
    server = await startHttp2Server(authorities.theirs, (stream) => {
      stream.respond({ ':status': 200 }, { endStream: true });
    });
    harness = await startHarness(authorities, server.port);
    const session = http2Over(await harness.client(), `https://${HOST}`);
    expect((await answerOf(session.request({ ':path': '/' }))).headers[':status']).toBe(200);
  });

  it('over plain TCP to an endpoint reaches its target so', async () => {
    server = await startHttp2Server(undefined, (stream) => {
      stream.respond({ ':status': 200 }, { endStream: true });
    });
    harness = await startHarness(authorities, server.port);
    const url = new URL(
      await harness.proxy.addEndpoint(new URL(`http://127.0.0.1:${server.port}`)),
    );
    const session = http2Over(await connectTo(Number(url.port)), url.origin);
    expect((await answerOf(session.request({ ':path': '/' }))).headers[':status']).toBe(200);
    session.close();
  });
});
