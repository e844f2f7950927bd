import http2 from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { dial } from '../dial.ts';
import { originUrl } from '../origin.ts';
import type { Upstream, UpstreamPool } from './upstream-pool.ts';

// Large enough for a fast upload over a long line; memory stays bounded by it.
const WINDOW_BYTES = 1_048_576;

/** Settings of both sides: room for large heads and for streams at full speed. */
export const HTTP2_SETTINGS: http2.Settings = {
  initialWindowSize: WINDOW_BYTES,
  maxHeaderListSize: 131_072,
  enablePush: false,
};

/** Keeps one HTTP/2 session for each upstream that speaks it. */
export interface Http2Upstreams {
  /**
   * Returns the open session of an upstream, a new one where there is none, and `http/1.1` where the upstream
   * chose that. Without TLS the upstream is taken to speak HTTP/2, as the client did.
   */
  sessionFor(upstream: Upstream): Promise<http2.ClientHttp2Session | 'http/1.1'>;
  close(): void;
}

type Outcome = http2.ClientHttp2Session | 'http/1.1';

/** Returns the HTTP/2 upstreams of one proxy. */
export function createHttp2Upstreams(pool: UpstreamPool): Http2Upstreams {
  const outcomes = new Map<string, Promise<Outcome>>();
  // Whoever was told to go away is in no outcome any more, and its connection would keep the process alive.
  const sockets = new Set<Socket>();
  const open = async (key: string, upstream: Upstream): Promise<Outcome> => {
    const { destination } = upstream;
    const socket = await connect(pool, upstream);
    if (socket === 'http/1.1') return socket;
    const session = http2.connect(originUrl(destination), {
      createConnection: () => socket,
      settings: HTTP2_SETTINGS,
      maxHeaderListPairs: 2_000,
    });
    // A session that was told to go away, or has ended, takes no new request; its running ones go on.
    const forget = (): void => {
      outcomes.delete(key);
    };
    session.on('error', forget).on('goaway', forget).on('close', forget);
    // A closed session ends its half, and some servers never end theirs.
    session.once('close', () => socket.destroySoon());
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    session.once('connect', () => session.setLocalWindowSize(WINDOW_BYTES));
    return session;
  };
  const start = (key: string, upstream: Upstream): Promise<Outcome> => {
    const outcome = open(key, upstream);
    outcomes.set(key, outcome);
    outcome.catch(() => outcomes.delete(key));
    return outcome;
  };
  const sessionFor = async (upstream: Upstream): Promise<Outcome> => {
    const { destination } = upstream;
    const key = `${originUrl(destination)} ${destination.serverName}`;
    const known = outcomes.get(key);
    if (known === undefined) return start(key, upstream);
    const session = await known;
    if (session === 'http/1.1' || !session.closed) return session;
    if (outcomes.get(key) === known) outcomes.delete(key);
    return sessionFor(upstream);
  };
  return {
    sessionFor,
    close() {
      for (const socket of sockets) socket.destroy();
      for (const outcome of outcomes.values()) {
        outcome.then(
          (session) => session !== 'http/1.1' && session.destroy(),
          () => undefined,
        );
      }
    },
  };
}

async function connect(pool: UpstreamPool, upstream: Upstream): Promise<Socket | 'http/1.1'> {
  const { destination, agent } = upstream;
  if (!destination.secure) return dial(destination, pool.proxyFor(destination));
  const socket = await pool.connectTls(destination, ['h2', 'http/1.1']);
  await untilSecure(socket);
  if (socket.alpnProtocol === 'h2') return socket;
  agent.adopt(socket);
  return 'http/1.1';
}

function untilSecure(socket: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject).once('secureConnect', () => {
      socket.off('error', reject);
      resolve();
    });
  });
}
