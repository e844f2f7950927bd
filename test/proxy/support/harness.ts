import type tls from 'node:tls';
import type { ProxyEvent } from '../../../proxy/events.ts';
import { type ProxyOptions, type RunningProxy, startProxy } from '../../../proxy/proxy.ts';
import { createTestAuthority, type TestAuthority } from './authorities.ts';
import { openTunnel, secure } from './connections.ts';
import { createTestObserver, type TestObserver } from './observer.ts';

/** The host that tests intercept. It is never looked up: `upstream` takes its place. */
export const HOST = 's3.eu-west-1.amazonaws.com';

/** A proxy under test with what stands around it. */
export interface Harness {
  readonly proxy: RunningProxy;
  readonly observer: TestObserver;
  readonly events: ProxyEvent[];
  /** Opens a tunnel to `HOST` and does the TLS handshake in it. */
  client(options?: tls.ConnectionOptions, authority?: string): Promise<tls.TLSSocket>;
  close(): Promise<void>;
}

/** The authority of the proxy and that of the upstreams: two, so that neither is trusted in the other's place. */
export interface Authorities {
  readonly ours: TestAuthority;
  readonly theirs: TestAuthority;
}

/** Makes both authorities. */
export async function createAuthorities(): Promise<Authorities> {
  const [ours, theirs] = await Promise.all([createTestAuthority(), createTestAuthority()]);
  return { ours, theirs };
}

/** What a test changes of the usual proxy; `upstream: undefined` lets requests go where they want. */
type HarnessOptions = Omit<Partial<ProxyOptions>, 'upstream' | 'observer'> & {
  readonly upstream?: { readonly url: URL } | undefined;
  readonly observer?: TestObserver;
};

/** Starts a proxy that intercepts every `amazonaws.com` host and sends its requests to `localhost:upstreamPort`. */
export async function startHarness(
  { ours, theirs }: Authorities,
  upstreamPort: number,
  options: HarnessOptions = {},
): Promise<Harness> {
  const observer = options.observer ?? createTestObserver();
  const events: ProxyEvent[] = [];
  const { upstream, ...rest } = {
    upstream: { url: new URL(`https://localhost:${upstreamPort}`) },
    ...options,
  };
  const proxy = await startProxy({
    certificates: ours,
    shouldIntercept: (host) => host.endsWith('.amazonaws.com'),
    upstreamCa: theirs.certificatePem,
    onEvent: (event) => events.push(event),
    ...rest,
    ...(upstream === undefined ? {} : { upstream }),
    observer,
  });
  return {
    proxy,
    observer,
    events,
    async client(tlsOptions = {}, authority = `${HOST}:443`) {
      const socket = await openTunnel(proxy.port, authority);
      return secure(socket, { ca: ours.certificatePem, servername: HOST, ...tlsOptions });
    },
    close: () => proxy.close(),
  };
}
