import type { TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { once, readAll, readUntil } from './support/connections.ts';
import {
  type Authorities,
  createAuthorities,
  type Harness,
  startHarness,
} from './support/harness.ts';
import { startTlsServer, type TestServer } from './support/upstreams.ts';

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

async function start(onConnection: (socket: TLSSocket) => void): Promise<void> {
  server = await startTlsServer(authorities.theirs, onConnection);
  harness = await startHarness(authorities, server.port);
}

describe('a request over HTTP/1.1', () => {
  it('reaches the upstream with its headers in their order, case and number, and nothing added', async () => {
    const received = new Promise<string>((resolve) => {
      void start((socket) => {
        void readUntil(socket, '{"a":1}').then((text) => {
          resolve(text);
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi');
        });
      });
    });
    await expect.poll(() => harness?.proxy.port).toBeGreaterThan(0);
    const client = await harness.client();
    const request =
      'POST /b%2Fk/../x//y?b=2&a=1 HTTP/1.1\r\nx-amz-date: 1\r\nHOST: s3.eu-west-1.amazonaws.com\r\n' +
      'X-Dup: one\r\nX-Dup: two\r\nContent-Length: 7\r\nAuthorization: AWS4-HMAC-SHA256 x\r\n\r\n{"a":1}';
    client.write(request);
    expect(await readUntil(client, 'hi')).toBe('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi');
    expect(await received).toBe(request);
  });
});
