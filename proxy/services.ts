import type { Authority } from './authority.ts';
import type { ProxyEvent } from './events.ts';
import type { UpstreamPool } from './forward/upstream-pool.ts';
import type { Observations } from './observation.ts';
import type { Origin } from './origin.ts';

/** Counts of what one proxy has done. */
export interface ProxyStats {
  /** Connections that were passed on unread. */
  tunnelled: number;
  /** Connections to intercepted hosts. */
  intercepted: number;
  /** Requests that went through the observed path. */
  requests: number;
  /** Clients that left in the middle of a TLS handshake. */
  handshakeFailures: number;
  /** Requests that got no complete answer from their upstream. */
  upstreamFailures: number;
}

/** What the parts of one proxy share. */
export interface Services {
  readonly pool: UpstreamPool;
  readonly observations: Observations;
  readonly stats: ProxyStats;
  shouldIntercept(host: string, port: number): boolean;
  /** Tells the proxy's own addresses: `proxy` must not be called by itself, an `endpoint` observes on its own. */
  ownAddress(authority: Authority): 'proxy' | 'endpoint' | undefined;
  tell(event: ProxyEvent): void;
}

/** Counts and tells that an upstream gave no complete answer. */
export function reportUpstreamFailure(services: Services, origin: Origin, reason: string): void {
  const { host, port } = services.pool.destinationOf(origin);
  services.stats.upstreamFailures += 1;
  services.tell({ kind: 'upstream-failed', host, port, reason });
}
