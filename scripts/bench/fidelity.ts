import tls from 'node:tls';
import { createAuthority } from '../../certs/authority.ts';
import { BENCH_HOST } from './bench-host.ts';
import { connect } from './load.ts';
import { startTarget } from './processes.ts';
import type { TargetKind } from './target.ts';

// What real clients send, and what a signature may cover: order, case, repetitions, a length of zero.
const REQUESTS = [
  `POST /a//b/../c HTTP/1.1\r\nx-amz-date: 1\r\nHOST: ${BENCH_HOST}\r\nX-Dup: 1\r\nX-Dup: 2\r\n` +
    'Content-Length: 2\r\nAuthorization: x\r\n\r\nhi',
  `GET / HTTP/1.1\r\ncontent-length: 0\r\nhost: ${BENCH_HOST}\r\n\r\n`,
  `POST / HTTP/1.1\r\nHost: ${BENCH_HOST}\r\n\r\n`,
];

/** Sends some requests through a target, and returns `same` or the first line of what the upstream got otherwise. */
export async function checkFidelity(kind: TargetKind): Promise<string> {
  const authority = await createAuthority({ permittedDomains: ['localhost'] });
  const context = await authority.secureContextFor('localhost');
  let received = '';
  const server = tls.createServer(
    { SNICallback: (_name, done) => done(null, context) },
    (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        received += chunk.toString('latin1');
        const head = received.indexOf('\r\n\r\n');
        const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
        if (head >= 0 && received.length >= head + 4 + length) {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
        }
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address());
  const upstream = { port, ca: authority.certificatePem, pid: 0, stop: () => undefined };
  const target = await startTarget(kind, upstream);
  const options = { proxyPort: target.port, ca: target.ca, host: BENCH_HOST };
  const differences: string[] = [];
  for (const request of REQUESTS) {
    received = '';
    const client = await connect({ ...options, connections: 1, durationMs: 0 });
    client.write(request);
    await new Promise((resolve) => client.once('data', resolve));
    client.destroy();
    if (received !== request) differences.push(JSON.stringify(received));
  }
  target.stop();
  server.close();
  return differences.length === 0 ? 'same' : `not the same: ${differences.join(' ')}`;
}
