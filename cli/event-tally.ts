import type { ProxyEvent } from '../proxy/events.ts';

/** How often something happened with a host. */
export interface HostCount {
  /** `host`, or `host:port` where the port is not 443. */
  readonly host: string;
  readonly count: number;
}

/** What went on besides calls, because of which calls may be missing or failed. Each list is sorted by host. */
export interface EventTally {
  /** Clients that said they do not trust our certificate, or left without a word as such clients do. */
  readonly rejected: readonly HostCount[];
  /** Other handshakes that came to nothing. */
  readonly handshakesFailed: readonly HostCount[];
  /** Connections to intercepted hosts that carry no HTTP and were passed on unread. */
  readonly notHttp: readonly HostCount[];
  /** Connections that were passed on unread, because the certificates of the recording had come to their end. */
  readonly expired: readonly HostCount[];
  readonly upstreamFailed: readonly (HostCount & { readonly reason: string })[];
  /** Calls that could not be observed to their end. */
  readonly callsLost: number;
  /** Faults of leastgrant that ended a connection each. */
  readonly internalErrors: number;
}

/** Counts events. */
export interface EventCounter {
  add(event: ProxyEvent): void;
  tally(): EventTally;
}

/** Returns a counter that has seen no event yet. */
export function createEventCounter(): EventCounter {
  const rejected = new Map<string, number>();
  const handshakesFailed = new Map<string, number>();
  const notHttp = new Map<string, number>();
  const expired = new Map<string, number>();
  const upstreamFailed = new Map<string, { count: number; reason: string }>();
  let callsLost = 0;
  let internalErrors = 0;
  return {
    add(event) {
      if (event.kind === 'call-lost') {
        callsLost += 1;
        return;
      }
      if (event.kind === 'internal-error') {
        internalErrors += 1;
        return;
      }
      const host = event.port === 443 ? event.host : `${event.host}:${event.port}`;
      if (event.kind === 'not-http') countHost(notHttp, host);
      if (event.kind === 'certificates-expired') countHost(expired, host);
      if (event.kind === 'handshake-failed') {
        const isDistrust = ['certificate-rejected', 'closed-in-silence'].includes(event.failure);
        countHost(isDistrust ? rejected : handshakesFailed, host);
      }
      if (event.kind === 'upstream-failed') {
        const count = (upstreamFailed.get(host)?.count ?? 0) + 1;
        upstreamFailed.set(host, { count, reason: event.reason });
      }
    },
    tally: () => ({
      rejected: hostCounts(rejected),
      handshakesFailed: hostCounts(handshakesFailed),
      notHttp: hostCounts(notHttp),
      expired: hostCounts(expired),
      upstreamFailed: [...upstreamFailed].map(([host, seen]) => ({ host, ...seen })).sort(byHost),
      callsLost,
      internalErrors,
    }),
  };
}

function countHost(counts: Map<string, number>, host: string): void {
  counts.set(host, (counts.get(host) ?? 0) + 1);
}

function hostCounts(counts: ReadonlyMap<string, number>): readonly HostCount[] {
  return [...counts].map(([host, count]) => ({ host, count })).sort(byHost);
}

function byHost(left: HostCount, right: HostCount): number {
  return left.host < right.host ? -1 : 1;
}
