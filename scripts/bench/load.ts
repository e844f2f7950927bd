import net from 'node:net';
import tls from 'node:tls';

/** What a load run needs to know. */
export interface LoadOptions {
  readonly proxyPort: number;
  /** Trusted for the host below. */
  readonly ca: string;
  /** The host that the client asks for. */
  readonly host: string;
  readonly connections: number;
  readonly durationMs: number;
}

/** What came of a load run. */
export interface LoadResult {
  readonly callsPerSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

const BODY = JSON.stringify({ TableName: 'orders', Key: { id: { S: 'abcdefgh' } } });

/**
 * Makes small signed-looking calls one after the other over each of some kept connections through CONNECT.
 * The client is a bare socket, so that it costs as little as possible on the machine it shares.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const sockets = await Promise.all(
    Array.from({ length: options.connections }, () => connect(options)),
  );
  const request = requestBytes(options.host);
  const latencies: number[] = [];
  const until = performance.now() + options.durationMs;
  const started = performance.now();
  await Promise.all(sockets.map((socket) => callUntil(socket, request, until, latencies)));
  const seconds = (performance.now() - started) / 1_000;
  for (const socket of sockets) socket.destroy();
  latencies.sort((a, b) => a - b);
  return {
    callsPerSecond: latencies.length / seconds,
    medianMs: latencies[Math.floor(latencies.length / 2)] ?? Number.NaN,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
  };
}

function requestBytes(host: string): Buffer {
  return Buffer.from(
    `POST / HTTP/1.1\r\nHost: ${host}\r\nX-Amz-Target: DynamoDB_20120810.GetItem\r\n` +
      'Content-Type: application/x-amz-json-1.0\r\nX-Amz-Date: 20261122T080000Z\r\n' +
      'User-Agent: aws-sdk-js/3.1169.0 ua/2.1 os/linux lang/js md/nodejs#20.20.0 api/dynamodb#3.1169.0\r\n' +
      'amz-sdk-invocation-id: 7c9e6679-7425-40de-944b-e07fc1f90ae7\r\namz-sdk-request: attempt=1; max=3\r\n' +
      'X-Amz-Content-Sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\r\n' +
      'Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261122/eu-west-1/dynamodb/aws4_request, ' +
      'SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=0000\r\n' +
      `Content-Length: ${BODY.length}\r\n\r\n${BODY}`,
  );
}

/** Calls one after the other; the end of an answer is found by its length. */
function callUntil(
  socket: tls.TLSSocket,
  request: Buffer,
  until: number,
  latencies: number[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = '';
    let sentAt = performance.now();
    socket.on('data', (chunk: Buffer) => {
      seen += chunk.toString('latin1');
      const head = seen.indexOf('\r\n\r\n');
      if (head < 0) return;
      if (!seen.startsWith('HTTP/1.1 200')) return reject(new Error(seen.slice(0, 500)));
      const length = Number(/content-length: (\d+)/i.exec(seen)?.[1]);
      if (seen.length < head + 4 + length) return;
      const now = performance.now();
      latencies.push(now - sentAt);
      seen = '';
      if (now >= until) return resolve();
      sentAt = now;
      socket.write(request);
    });
    socket.on('error', reject).on('close', () => reject(new Error('the connection was closed')));
    socket.write(request);
  });
}

/** Opens a tunnel and does the TLS handshake in it. */
export function connect(options: LoadOptions): Promise<tls.TLSSocket> {
  const { proxyPort, ca, host } = options;
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port: proxyPort, host: '127.0.0.1', noDelay: true });
    socket.on('error', reject);
    socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`);
    socket.once('data', () => {
      const secured = tls.connect({ socket, servername: host, ca, ALPNProtocols: ['http/1.1'] });
      secured.on('error', reject).once('secureConnect', () => resolve(secured));
    });
  });
}
