import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  openReferenceClient,
  type ReferenceClientOptions,
} from '../../../../aws/catalog/reference/reference-client.ts';
import type { Authority } from '../../../../certs/authority.ts';
import {
  type Answer,
  createReferenceAuthority,
  startReferenceServer,
} from './support/reference-server.ts';

let authority: Authority;

beforeAll(async () => {
  authority = await createReferenceAuthority();
});

function openClient(options: Partial<ReferenceClientOptions> = {}) {
  const client = openReferenceClient({
    extraCa: authority.certificatePem,
    proxy: undefined,
    timeoutMs: 15_000,
    maxBytes: 1024,
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}

async function readFrom(answers: Readonly<Record<string, Answer>>, options = {}) {
  const server = await startReferenceServer(authority, answers);
  return openClient(options).read(server.url);
}

function redirectTo(location: string): Answer {
  return (response) => response.writeHead(302, { location }).end();
}

describe('a client for the reference', () => {
  it('reads a file', async () => {
    expect(await readFrom({ '/': '[1]' })).toBe('[1]');
  });

  it('unpacks a file that comes packed', async () => {
    const packed: Answer = (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('[1]'));
    expect(await readFrom({ '/': packed })).toBe('[1]');
  });

  it('follows a redirect on the same host', async () => {
    expect(await readFrom({ '/': redirectTo('/list'), '/list': '[2]' })).toBe('[2]');
  });

  it.each<[string, Readonly<Record<string, Answer>>, string]>([
    ['a redirect to another host', { '/': redirectTo('https://localhost:1/') }, 'another host'],
    ['a redirect to plain HTTP', { '/': redirectTo('http://localhost/') }, 'another host'],
    ['redirects without end', { '/': redirectTo('/') }, 'again and again'],
    ['another status', {}, 'it answered with status 404'],
    ['a file that is too large', { '/': 'x'.repeat(1025) }, 'larger than 1024 bytes'],
    [
      'a small packed file that is too large',
      {
        '/': (response) =>
          response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1025))),
      },
      'larger than 1024 bytes',
    ],
    [
      'a connection that is cut',
      {
        '/': (response) => {
          response.writeHead(200, { 'content-length': 100 }).write('[', () => {
            response.destroy();
          });
        },
      },
      'cannot be read',
    ],
    ['text that is none', { '/': (response) => response.end(Buffer.of(0x5b, 0xff)) }, 'utf-8'],
  ])('refuses %s', async (_name, answers, message) => {
    const reading = readFrom(answers);
    await expect(reading).rejects.toMatchObject({ code: 'E_UPSTREAM' });
    await expect(reading).rejects.toThrow(message);
  });

  it.each<[string, Answer]>([
    ['answers nothing', () => {}],
    ['stops in the middle', (response) => response.writeHead(200).write('[')],
  ])('does not wait for ever for a server that %s', async (_name, answer) => {
    await expect(readFrom({ '/': answer }, { timeoutMs: 100 })).rejects.toThrow(
      'no answer within 0.1 s',
    );
  });

  it('does not trust a server that nobody vouches for, and says what to do', async () => {
    await expect(readFrom({ '/': '[]' }, { extraCa: '' })).rejects.toMatchObject({
      code: 'E_UPSTREAM',
      hint: expect.stringContaining('--ca FILE'),
    });
  });

  it('says that there is no server', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = Object(server.address());
    server.close();
    await once(server, 'close');
    await expect(openClient().read(new URL(`https://localhost:${port}/`))).rejects.toMatchObject({
      code: 'E_UPSTREAM',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('stops when it is told to', async () => {
    const server = await startReferenceServer(authority, { '/': () => {} });
    const reading = openClient({ timeoutMs: 60_000 }).read(server.url, AbortSignal.abort());
    await expect(reading).rejects.toMatchObject({ code: 'E_UPSTREAM' });
  });

  it('goes through a proxy with the name and password of its URL', async () => {
    const server = await startReferenceServer(authority, { '/': '[3]' });
    const { proxy, tunnels } = await startTunnel();
    expect(await openClient({ proxy }).read(server.url)).toBe('[3]');
    expect(tunnels).toEqual([`${server.url.host} Basic ${btoa('user:pass')}`]);
  });
});

async function startTunnel() {
  const tunnels: string[] = [];
  const server = http.createServer();
  server.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    tunnels.push(`${request.url} ${request.headers['proxy-authorization']}`);
    const port = Number(request.url?.split(':')[1]);
    const upstream = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    onTestFinished(() => {
      socket.destroy();
      upstream.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = Object(server.address());
  return { proxy: new URL(`http://user:pass@127.0.0.1:${port}`), tunnels };
}
