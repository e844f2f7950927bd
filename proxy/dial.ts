import net from 'node:net';
import tls from 'node:tls';
import { type Authority, formatAuthority } from './authority.ts';
import { basicCredentials } from './basic-credentials.ts';

// A proxy's answer to CONNECT is a short head; beyond this it is something else.
const MAX_ANSWER_BYTES = 65_536;

// Node gives an address 250 ms before it tries the next, too little for a distant region.
const ATTEMPT_TIMEOUT_MS = 2_000;

/** Starts a TCP connection. It may be half-closed, and sends small packets at once. */
export function dialTcp(target: Authority): net.Socket {
  return net.connect({
    host: target.host,
    port: target.port,
    allowHalfOpen: true,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
  });
}

/** Starts a TLS connection whose certificate is verified, whatever the environment says. */
export function dialTls(target: Authority, options: tls.ConnectionOptions): tls.TLSSocket {
  const route = {
    host: target.host,
    port: target.port,
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
  };
  return tls.connect({ ...options, ...route, rejectUnauthorized: true }).setNoDelay(true);
}

/** Starts a connection to an HTTP proxy, over TLS where its URL says so. */
export function dialProxy(proxy: URL): net.Socket {
  const secure = proxy.protocol === 'https:';
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  const target = { host, port: Number(proxy.port) || (secure ? 443 : 80) };
  if (!secure) return dialTcp(target);
  return dialTls(target, net.isIP(host) === 0 ? { servername: host } : {});
}

/**
 * Returns a connection to the target that is open in both directions, by CONNECT through `proxy` where one is given.
 * Rejects with the reason when it cannot be reached.
 */
export async function dial(target: Authority, proxy: URL | undefined): Promise<net.Socket> {
  const socket = proxy === undefined ? dialTcp(target) : dialProxy(proxy);
  await untilConnected(socket, proxy?.protocol === 'https:' ? 'secureConnect' : 'connect');
  if (proxy !== undefined) await requestTunnel(socket, target, proxy);
  return socket;
}

function untilConnected(socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    const onClose = (): void => reject(new Error('the connection was closed before it was open'));
    socket.once('error', reject).once('close', onClose);
    socket.once(event, () => {
      socket.off('error', reject).off('close', onClose);
      resolve();
    });
  });
}

async function requestTunnel(socket: net.Socket, target: Authority, proxy: URL): Promise<void> {
  const authority = formatAuthority(target);
  const credentials = basicCredentials(proxy);
  const authorization = credentials === undefined ? '' : `Proxy-Authorization: ${credentials}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`);
  const head = await readAnswerHead(socket);
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
  if (status?.startsWith('2')) return;
  socket.destroy();
  throw new Error(`the proxy ${proxy.host} refused the tunnel with status ${status ?? 'unknown'}`);
}

/** Reads up to the empty line, and puts back what came after it. */
function readAnswerHead(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen: Buffer = Buffer.alloc(0);
    const stop = (): void => {
      socket.off('readable', onReadable).off('error', fail).off('end', onEnd).off('close', onEnd);
    };
    const fail = (error: Error): void => {
      stop();
      socket.on('error', () => undefined).destroy();
      reject(error);
    };
    const onEnd = (): void => fail(new Error('the proxy closed the connection'));
    const onReadable = (): void => {
      const chunk: unknown = socket.read();
      if (!Buffer.isBuffer(chunk)) return;
      seen = Buffer.concat([seen, chunk]);
      const end = seen.indexOf('\r\n\r\n');
      if (end < 0) {
        if (seen.length > MAX_ANSWER_BYTES) fail(new Error('the proxy sent no valid answer'));
        return;
      }
      stop();
      if (seen.length > end + 4) socket.unshift(seen.subarray(end + 4));
      resolve(seen.toString('latin1', 0, end));
    };
    socket.on('readable', onReadable).once('error', fail).once('end', onEnd).once('close', onEnd);
  });
}
