import type { Duplex } from 'node:stream';
import { type ClientHello, parseClientHello } from './client-hello.ts';
import { judgeRequestStart } from './request-start.ts';

/** What a client speaks, by the first bytes that it sends. */
export type FirstBytes =
  | { readonly kind: 'tls'; readonly hello: ClientHello }
  | { readonly kind: 'http' }
  | { readonly kind: 'http2' }
  | { readonly kind: 'unknown' }
  /** The client waits for the server to speak first. */
  | { readonly kind: 'silent' }
  /** The client ended its side before it was clear what it speaks; these bytes cannot be put back. */
  | { readonly kind: 'ended'; readonly bytes: Buffer };

/** How long to wait for the first byte of a client; without either, for ever. */
export interface Patience {
  readonly firstByteMs?: number;
  /** Ends the waiting for a first byte. */
  readonly signal?: AbortSignal;
}

// A client that began to speak has this long to make clear what it speaks.
const DECISION_MS = 10_000;

// A ClientHello with post-quantum keys is under 4 KiB; beyond this it is something else.
const MAX_UNDECIDED_BYTES = 65_536;
const HTTP2_PREFACE = 'PRI * HTTP/2.0\r\n';

/**
 * Waits for the first bytes of a connection and tells what they are.
 * Every byte that was read is put back, so whoever comes next reads the connection from its start.
 */
export function readFirstBytes(socket: Duplex, patience: Patience): Promise<FirstBytes> {
  return new Promise((resolve) => {
    let seen: Buffer = Buffer.alloc(0);
    let timer: NodeJS.Timeout | undefined;
    const decide = (verdict: FirstBytes): void => {
      clearTimeout(timer);
      socket.off('readable', onReadable).off('end', onEnd).off('close', onEnd);
      patience.signal?.removeEventListener('abort', onSilence);
      if (seen.length > 0 && verdict.kind !== 'ended') socket.unshift(seen);
      resolve(verdict);
    };
    const onEnd = (): void => decide({ kind: 'ended', bytes: seen });
    const onSilence = (): void => decide({ kind: 'silent' });
    const onReadable = (): void => {
      const chunk: unknown = socket.read();
      if (!Buffer.isBuffer(chunk)) return;
      if (seen.length === 0) {
        clearTimeout(timer);
        patience.signal?.removeEventListener('abort', onSilence);
        timer = setTimeout(() => decide({ kind: 'unknown' }), DECISION_MS);
      }
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
      const verdict = classify(seen);
      if (verdict !== undefined) decide(verdict);
    };
    if (patience.firstByteMs !== undefined) timer = setTimeout(onSilence, patience.firstByteMs);
    patience.signal?.addEventListener('abort', onSilence);
    socket.on('readable', onReadable).on('end', onEnd).on('close', onEnd);
  });
}

/** Returns undefined while more bytes are needed. */
function classify(bytes: Buffer): FirstBytes | undefined {
  if (bytes.length > MAX_UNDECIDED_BYTES) return { kind: 'unknown' };
  if (bytes[0] === 22) {
    const hello = parseClientHello(bytes);
    if (hello === 'incomplete') return undefined;
    return hello === 'invalid' ? { kind: 'unknown' } : { kind: 'tls', hello };
  }
  const text = bytes.toString('latin1', 0, 32);
  if (text.startsWith('PRI')) {
    if (text.startsWith(HTTP2_PREFACE)) return { kind: 'http2' };
    return HTTP2_PREFACE.startsWith(text) ? undefined : { kind: 'unknown' };
  }
  const start = judgeRequestStart(bytes.toString('latin1'));
  if (start === 'incomplete') return undefined;
  return { kind: start === 'readable' ? 'http' : 'unknown' };
}
