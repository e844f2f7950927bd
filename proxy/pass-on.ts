import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { dial } from './dial.ts';
import type { FirstBytes } from './first-bytes.ts';
import { reasonOf } from './forward/failure.ts';
import { joinSockets } from './join-sockets.ts';
import type { Origin } from './origin.ts';
import { reportUpstreamFailure, type Services } from './services.ts';

/** Carries a connection to its target, byte for byte. What cannot be read of it, and why, is told. */
export async function passOn(
  services: Services,
  socket: Socket,
  origin: Origin,
  first?: FirstBytes,
  why: WhyUnread = 'not-http',
): Promise<void> {
  const head = first?.kind === 'ended' ? first.bytes : undefined;
  if (head?.length === 0) {
    socket.end();
    return;
  }
  reportPassedOn(services, origin, why);
  try {
    const target = await dial(origin, services.pool.proxyFor({ ...origin, secure: true }));
    if (head !== undefined) target.write(head);
    joinSockets(socket, target);
  } catch (error) {
    reportUpstreamFailure(services, origin, reasonOf(error));
    socket.destroy();
  }
}

/**
 * The same for a connection whose encryption, if any, has been taken off: it gets one of its own to the target, or to
 * what takes its place.
 */
export async function passOnSecured(
  services: Services,
  secured: Duplex,
  origin: Origin,
  first: FirstBytes,
): Promise<void> {
  if (first.kind === 'ended' && first.bytes.length === 0) {
    secured.end();
    return;
  }
  reportPassedOn(services, origin);
  try {
    const { pool } = services;
    const destination = pool.destinationOf(origin);
    const target = destination.secure
      ? await pool.connectTls(destination, [])
      : await dial(destination, pool.proxyFor({ ...destination, secure: true }));
    if (first.kind === 'ended') target.write(first.bytes);
    joinSockets(secured, target);
  } catch (error) {
    reportUpstreamFailure(services, origin, reasonOf(error));
    secured.destroy();
  }
}

/** Counts and tells that a connection to an intercepted host is carried unread. */
export function reportPassedOn(
  { stats, tell }: Services,
  { host, port }: Origin,
  why: WhyUnread = 'not-http',
): void {
  stats.tunnelled += 1;
  tell({ kind: why, host, port });
}

type WhyUnread = 'not-http' | 'certificates-expired';
