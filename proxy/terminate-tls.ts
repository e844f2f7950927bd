import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { rememberCarrier } from './break-off.ts';
import type { ClientHello } from './client-hello.ts';

const HANDSHAKE_TIMEOUT_MS = 60_000;

// In the order of our preference. AWS clients that offer HTTP/2 accept 1.1, but for those that offer nothing else;
// `http 1.1` is what some versions of https-proxy-agent send.
const HTTP_PROTOCOLS = ['http/1.1', 'http/1.0', 'http 1.1', 'h2'];

/** Returns the one protocol to agree on: undefined where the client offered none that is HTTP. */
export function chooseProtocol({ protocols }: ClientHello): string | undefined {
  return HTTP_PROTOCOLS.find((protocol) => protocols.includes(protocol));
}

/**
 * Answers a client's handshake in the place of the server that it wanted.
 * Rejects with the error that ended the handshake, or with undefined when the client closed without one.
 */
export function terminateTls(
  socket: Socket,
  secureContext: SecureContext,
  protocol: string | undefined,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = new TLSSocket(socket, {
      isServer: true,
      secureContext,
      ...(protocol === undefined ? {} : { ALPNProtocols: [protocol] }),
    });
    rememberCarrier(secured, socket);
    let failure: unknown;
    const note = (error: unknown): void => {
      failure ??= error;
    };
    const timer = setTimeout(() => secured.destroy(timeoutError()), HANDSHAKE_TIMEOUT_MS);
    const onClose = (): void => {
      clearTimeout(timer);
      secured.destroy();
      reject(failure);
    };
    // Without a tls.Server Node tells TLS errors by `_tlsError` alone, and ends nothing.
    secured.on('_tlsError', (error: unknown) => {
      note(error);
      secured.destroy();
    });
    secured.on('error', note).once('end', onClose).once('close', onClose);
    socket.on('error', note);
    secured.once('secure', () => {
      clearTimeout(timer);
      secured.off('end', onClose).off('close', onClose);
      // Only a tls.Server clears this mark, and http2 waits for that.
      Reflect.set(secured, 'secureConnecting', false);
      resolve(secured);
    });
  });
}

function timeoutError(): Error {
  return Object.assign(new Error('the handshake took too long'), {
    code: 'ERR_TLS_HANDSHAKE_TIMEOUT',
  });
}
