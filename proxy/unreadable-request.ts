import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { parseAbsoluteForm } from './absolute-form.ts';
import { dial } from './dial.ts';
import { reasonOf } from './forward/failure.ts';
import { joinSockets } from './join-sockets.ts';
import { reportPassedOn } from './pass-on.ts';
import { reportUpstreamFailure, type Services } from './services.ts';

const HEAD = /^([^ ]+) ([^ ]+)( [^\n]*\n(?:[^\n]+\n)*?)(\r?\n)/;
const FOR_US = /^proxy-[^\n]*\n/gim;
const CONNECTION = /^connection:[^\n]*\n/gim;

/**
 * Carries a request in absolute form that Node's parser refuses (a method of the server's own, a path beyond ASCII) to
 * its target: with the path alone and without what concerns this proxy, else byte for byte. The connection serves this
 * request only, and the server is told so.
 * Returns false where it cannot be done: it is not the first on its connection, or its head did not come in one piece.
 */
export function passOnUnreadable(services: Services, packet: Buffer, socket: Duplex): boolean {
  if (!(socket instanceof Socket) || socket.bytesRead !== packet.length) return false;
  const [head = '', method, url = '', rest = '', emptyLine = ''] =
    HEAD.exec(packet.toString('latin1')) ?? [];
  const absolute = parseAbsoluteForm(url);
  if (absolute === undefined || absolute.origin.secure) return false;
  if (services.ownAddress(absolute.origin) === 'proxy') return false;
  const { host, port } = absolute.origin;
  const origin = { ...absolute.origin, redirected: services.shouldIntercept(host, port) };
  if (origin.redirected) reportPassedOn(services, origin);
  const headers = rest.replace(FOR_US, '').replace(CONNECTION, '');
  const start = `${method} ${absolute.target}${headers}Connection: close\r\n${emptyLine}`;
  // A listener of ours takes what comes from the parser, which Node would go on feeding.
  const bytes = [Buffer.from(start, 'latin1'), packet.subarray(head.length)];
  const hold = (chunk: Buffer): unknown => bytes.push(chunk);
  socket.removeAllListeners('data').removeAllListeners('end').on('data', hold);
  const { pool } = services;
  const destination = pool.destinationOf(origin);
  const target = destination.secure
    ? Promise.resolve(pool.connectTls(destination, ['http/1.1']))
    : dial(destination, pool.proxyFor(destination));
  target.then(
    (upstream) => {
      socket.off('data', hold);
      if (socket.destroyed) return void upstream.destroy();
      upstream.write(Buffer.concat(bytes));
      joinSockets(socket, upstream);
    },
    (error: unknown) => {
      reportUpstreamFailure(services, origin, reasonOf(error));
      socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    },
  );
  return true;
}
