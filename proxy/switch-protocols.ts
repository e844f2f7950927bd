import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Destined } from './destined.ts';
import { dial } from './dial.ts';
import { pairs } from './forward/raw-headers.ts';
import { joinSockets } from './join-sockets.ts';
import type { Observation } from './observation.ts';
import type { Services } from './services.ts';

/**
 * Sends an upgrade request on a connection of its own and carries every byte after it, both ways.
 * Rejects when the target cannot be reached.
 */
export async function switchProtocols(
  { pool }: Services,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { origin, target, observation }: Destined,
): Promise<void> {
  const { destination } = pool.upstreamFor(origin);
  const upstream = destination.secure
    ? await pool.connectTls(destination, ['http/1.1'])
    : await dial(destination, pool.proxyFor(destination));
  upstream.write(headBytes(request, target));
  if (head.length > 0) upstream.write(head);
  if (observation !== undefined) upstream.once('data', (chunk) => conclude(observation, chunk));
  joinSockets(socket, upstream);
}

/** Connection and Upgrade travel on here: they are what the request is about. */
export function upgradeHeaders(request: IncomingMessage): string[] {
  return pairs(request.rawHeaders)
    .filter(([name]) => !name.toLowerCase().startsWith('proxy-'))
    .flat();
}

function headBytes(request: IncomingMessage, target: string): Buffer {
  const lines = pairs(upgradeHeaders(request)).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `${request.method} ${target} HTTP/${request.httpVersion}\r\n${lines.join('')}\r\n`,
    'latin1',
  );
}

/** The status is in the first bytes of the answer; what follows is no longer HTTP. */
function conclude(observation: Observation, chunk: Buffer): void {
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(chunk.toString('latin1', 0, 12))?.[1];
  if (status !== undefined) observation.answered(Number(status), []);
  observation.end();
}
