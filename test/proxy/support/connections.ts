import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';

/** Opens a connection and waits until it is open. */
export async function connectTo(port: number, allowHalfOpen = false): Promise<net.Socket> {
  const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Asks a proxy for a tunnel and returns the connection once it is granted. */
export async function openTunnel(proxyPort: number, authority: string): Promise<net.Socket> {
  const socket = await connectTo(proxyPort, true);
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  const head = await readUntil(socket, '\r\n\r\n');
  if (!head.startsWith('HTTP/1.1 200 ')) throw new Error(head);
  return socket;
}

/** Does a TLS handshake over an open connection, as a client that trusts `ca`. */
export async function secure(
  socket: net.Socket,
  options: tls.ConnectionOptions,
): Promise<tls.TLSSocket> {
  const secured = tls.connect({ ...options, socket });
  await new Promise<void>((resolve, reject) => {
    secured.once('error', reject).once('secureConnect', resolve);
  });
  secured.on('error', () => undefined);
  return secured;
}

/** Reads until the text has come, and returns all up to and with it. What follows stays unread. */
export function readUntil(stream: Duplex, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0);
    const stop = (): void => {
      stream.off('readable', onReadable).off('end', onEnd).off('close', onEnd);
    };
    const onEnd = (): void => {
      stop();
      reject(new Error(`ended after ${JSON.stringify(seen.toString('latin1'))}`));
    };
    const onReadable = (): void => {
      for (;;) {
        const chunk: unknown = stream.read();
        if (!Buffer.isBuffer(chunk)) return;
        seen = Buffer.concat([seen, chunk]);
        const end = seen.indexOf(text);
        if (end < 0) continue;
        stop();
        const rest = seen.subarray(end + text.length);
        if (rest.length > 0) stream.unshift(rest);
        resolve(seen.toString('latin1', 0, end + text.length));
        return;
      }
    };
    stream.on('readable', onReadable).on('end', onEnd).on('close', onEnd);
    onReadable();
  });
}

/** Reads all until the other side ends; `failed` tells an end by a reset from a clean one. */
export function readAll(stream: Duplex): Promise<{ text: string; failed: boolean }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let failed = false;
    let ended = false;
    const finish = (): void =>
      resolve({ text: Buffer.concat(chunks).toString('latin1'), failed: failed || !ended });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', () => {
      failed = true;
    });
    stream.on('end', () => {
      ended = true;
      finish();
    });
    stream.on('close', finish);
  });
}

/** Waits for an event. */
export function once(emitter: NodeJS.EventEmitter, event: string): Promise<unknown> {
  return new Promise((resolve) => emitter.once(event, resolve));
}
