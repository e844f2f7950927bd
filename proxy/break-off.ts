import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

const carriers = new WeakMap<Duplex, Socket>();

/** Remembers the TCP connection under a TLS connection, which alone can be reset. */
export function rememberCarrier(secured: TLSSocket, carrier: Socket): void {
  carriers.set(secured, carrier);
}

/** Ends a connection by a reset, so that the peer cannot take it for a clean end. What was not yet sent is lost. */
export function breakOff(socket: Duplex): void {
  const carrier = carriers.get(socket) ?? socket;
  if (carrier.destroyed) return;
  if (carrier instanceof Socket && !(carrier instanceof TLSSocket)) carrier.resetAndDestroy();
  else carrier.destroy();
}
