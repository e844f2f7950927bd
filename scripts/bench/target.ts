import { createAuthority } from '../../certs/authority.ts';
import type { ExchangeObserver } from '../../proxy/exchange.ts';
import { startProxy } from '../../proxy/proxy.ts';
import { startForwarder } from './forwarder.ts';
import { startHttpProxyForwarder, startUndiciForwarder } from './other-clients.ts';

/** What is measured, each in a process of its own. */
export type TargetKind = 'forwarder' | 'proxy' | 'undici' | 'http-proxy';

/** What a target process is told by its parent. */
export interface TargetOrder {
  readonly kind: TargetKind;
  readonly upstream: string;
  readonly upstreamCa: string;
}

/** What it answers when it accepts connections. */
export interface TargetReady {
  readonly port: number;
  readonly ca: string;
}

// As much as a recorder wants of a call: the start of a request's body, and the body of errors only.
const observer: ExchangeObserver = {
  begin: () => ({
    requestBodyBytes: 1_048_576,
    responseBodyBytes: (status) => (status >= 400 ? 4_096 : 0),
    *end() {},
  }),
};

async function start(order: TargetOrder): Promise<TargetReady> {
  const authority = await createAuthority({ permittedDomains: ['amazonaws.com'] });
  const upstream = new URL(order.upstream);
  const { upstreamCa } = order;
  const options = {
    secureContextFor: (host: string) => authority.secureContextFor(host),
    upstream,
    upstreamCa,
  };
  const ca = authority.certificatePem;
  if (order.kind === 'forwarder') return { port: await startForwarder(options), ca };
  if (order.kind === 'undici') return { port: await startUndiciForwarder(options), ca };
  if (order.kind === 'http-proxy') return { port: await startHttpProxyForwarder(options), ca };
  const { port } = await startProxy({
    certificates: authority,
    observer,
    shouldIntercept: () => true,
    upstream: { url: upstream },
    upstreamCa,
  });
  return { port, ca };
}

process.on('message', (order: TargetOrder) => {
  void start(order).then((ready) => process.send?.(ready));
});
process.on('disconnect', () => process.exit(0));
