import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAuthority } from '../../certs/authority.ts';

/**
 * The upstream of the benchmarks, in a process of its own: answers every call with a small JSON document,
 * a GET of `/bytes/N` with N bytes, and swallows what it is sent. Tells its port and its CA to its parent.
 */
async function main(): Promise<void> {
  const authority = await createAuthority({ permittedDomains: ['localhost'] });
  const context = await authority.secureContextFor('localhost');
  const server = https.createServer({ SNICallback: (_name, done) => done(null, context) });
  const body = Buffer.from(JSON.stringify({ Item: { id: { S: 'a' } }, ok: true }));
  const block = Buffer.alloc(262_144, 'leastgrant');
  server.on('request', (request, response) => {
    request.resume();
    const bytes = Number(/^\/bytes\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 0);
    if (bytes > 0) {
      response.writeHead(200, { 'Content-Length': bytes });
      sendBlocks(bytes);
      return;
    }
    request.on('end', () => {
      response.writeHead(200, {
        'x-amzn-RequestId': 'AAAAAAAABBBBBBBBCCCCCCCC',
        'Content-Type': 'application/x-amz-json-1.0',
        'Content-Length': body.length,
      });
      response.end(body);
    });
    function sendBlocks(left: number): void {
      let rest = left;
      while (rest > 0) {
        const part = block.subarray(0, Math.min(rest, block.length));
        rest -= part.length;
        if (!response.write(part)) {
          response.once('drain', () => sendBlocks(rest));
          return;
        }
      }
      response.end();
    }
  });
  server.listen(0, '127.0.0.1', () => {
    const { port }: AddressInfo = Object(server.address());
    process.send?.({ port, ca: authority.certificatePem });
  });
  process.on('disconnect', () => process.exit(0));
}

await main();
