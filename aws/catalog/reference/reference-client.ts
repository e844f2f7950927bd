import { rootCertificates } from 'node:tls';
import { Agent, type Dispatcher, fetch, ProxyAgent, type Response } from 'undici';
import { LeastgrantError } from '../../../errors.ts';

/** How a reference is reached. */
export interface ReferenceClientOptions {
  /** Certificates in PEM that the server may show beside those of the public authorities. */
  readonly extraCa: string;
  /** The proxy on the way to it; undefined for the direct way. */
  readonly proxy: URL | undefined;
  /** The longest that one file may take, from the connection to its last byte. */
  readonly timeoutMs: number;
  /** The most bytes that one file may have, once unpacked. */
  readonly maxBytes: number;
}

/** Reads files over HTTPS, and nothing else. */
export interface ReferenceClient {
  /**
   * Returns the text of a file. A redirect is followed only on the same host.
   * @throws LeastgrantError E_UPSTREAM
   */
  read(url: URL, signal?: AbortSignal): Promise<string>;
  /** Ends its connections. */
  close(): Promise<void>;
}

const mostRedirects = 3;

/** Opens a client that verifies certificates, keeps its connections, and gives up rather than wait for ever. */
export function openReferenceClient(options: ReferenceClientOptions): ReferenceClient {
  const dispatcher = createDispatcher(options);
  return {
    async read(url, signal) {
      const timeout = AbortSignal.timeout(options.timeoutMs);
      const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
      try {
        const response = await follow(url, dispatcher, either);
        return await readBody(response, options.maxBytes);
      } catch (cause) {
        throw toReadError(url, cause, options.timeoutMs);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

function createDispatcher({ extraCa, proxy, timeoutMs }: ReferenceClientOptions): Dispatcher {
  const tls = { ca: [...rootCertificates, extraCa], timeout: timeoutMs };
  // The signal of each request is the only clock.
  const waits = { headersTimeout: 0, bodyTimeout: 0 };
  return proxy === undefined
    ? new Agent({ connect: tls, ...waits })
    : new ProxyAgent({ uri: proxy.href, requestTls: tls, proxyTls: tls, ...waits });
}

async function follow(url: URL, dispatcher: Dispatcher, signal: AbortSignal): Promise<Response> {
  let current = url;
  for (let left = mostRedirects; left >= 0; left--) {
    const response = await fetch(current, { dispatcher, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      if (response.status === 200) return response;
      await response.body?.cancel();
      throw new Error(`it answered with status ${response.status}`);
    }
    await response.body?.cancel();
    const next = URL.canParse(location, current.href) ? new URL(location, current) : undefined;
    if (next?.origin !== url.origin) throw new Error('it redirects to another host');
    current = next;
  }
  throw new Error('it redirects again and again');
}

async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function toReadError(url: URL, cause: unknown, timeoutMs: number): LeastgrantError {
  const reason = isTimeout(cause) ? `no answer within ${timeoutMs / 1000} s` : rootReason(cause);
  return new LeastgrantError('E_UPSTREAM', `\`${url.href}\` cannot be read: ${reason}`, {
    hint: hintFor(reason),
    cause,
  });
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

// `fetch failed` says nothing; what it was caused by does.
function rootReason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.cause instanceof Error) return rootReason(cause.cause);
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return cause.message === '' ? code : cause.message;
}

function hintFor(reason: string): string {
  return /certificate|self-signed/i.test(reason)
    ? 'give the certificate authority of your proxy or mirror with `--ca FILE`'
    : 'nothing was changed; HTTPS_PROXY names a proxy, `--url` a mirror that can be reached';
}
