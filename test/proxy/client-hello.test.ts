import { once } from 'node:events';
import tls from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClientHello } from '../../proxy/client-hello.ts';
import { startTcpServer } from './support/upstreams.ts';

/** Returns the first flight of Node's own TLS client. */
async function captureHello(options: tls.ConnectionOptions): Promise<Buffer> {
  const server = await startTcpServer();
  const client = tls.connect({ port: server.port, host: '127.0.0.1', ...options });
  client.on('error', () => undefined);
  const socket = await server.accept();
  const [bytes]: unknown[] = await once(socket, 'data');
  client.destroy();
  await server.close();
  if (!Buffer.isBuffer(bytes)) throw new Error('no bytes');
  return bytes;
}

describe('a ClientHello', () => {
  it('tells the server name and the protocols', async () => {
    const hello = await captureHello({
      servername: 'S3.amazonaws.com',
      ALPNProtocols: ['h2', 'x'],
    });
    expect(parseClientHello(hello)).toMatchObject({
      serverName: 's3.amazonaws.com',
      protocols: ['h2', 'x'],
    });
  });

  it('may have neither', async () => {
    const hello = await captureHello({ maxVersion: 'TLSv1.2' });
    expect(parseClientHello(hello)).toMatchObject({ serverName: undefined, protocols: [] });
  });

  it('tells the ciphers', async () => {
    const hello = await captureHello({
      maxVersion: 'TLSv1.2',
      ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384',
    });
    // The last one says that renegotiation is safe: RFC 5746.
    expect(parseClientHello(hello)).toMatchObject({ ciphers: 'c02fc03000ff' });
  });

  it('is incomplete in every shorter form, and whole in any number of records', async () => {
    const hello = await captureHello({ servername: 'a.b', ALPNProtocols: ['http/1.1'] });
    const whole = parseClientHello(hello);
    for (let length = 0; length < hello.length; length += 1) {
      expect(parseClientHello(hello.subarray(0, length))).toBe('incomplete');
    }
    const body = hello.subarray(5);
    const cut = Math.floor(body.length / 2);
    const records = [body.subarray(0, cut), body.subarray(cut)].map((part) =>
      Buffer.concat([Buffer.from([22, 3, 1, part.length >> 8, part.length & 255]), part]),
    );
    expect(parseClientHello(Buffer.concat(records))).toEqual(whole);
  });

  it('is told from garbage without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        parseClientHello(Buffer.from([22, 3, 1, 0, 100, 1, 0, 0, 90, ...bytes]));
        expect(parseClientHello(Buffer.from([0x47, ...bytes]))).toBe('invalid');
      }),
    );
  });
});
