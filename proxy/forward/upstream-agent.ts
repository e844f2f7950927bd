import http from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

// Shorter than the idle timeouts of AWS's own servers, so that a kept connection is rarely found closed.
const IDLE_TIMEOUT_MS = 4_000;

/** Opens a connection at once, or promises one where another proxy has to be asked first. */
export type Connector = () => Socket | Promise<Socket>;

/**
 * Keeps connections to one upstream. Node's own agent serves TLS as well when it is given the connections,
 * and with one agent for each upstream it need not build a lookup key from all TLS options on every request.
 */
export class UpstreamAgent extends http.Agent {
  readonly #connect: Connector;
  #spare: Socket | undefined;

  constructor(connect: Connector, keepAlive: boolean) {
    super(keepAlive ? { keepAlive, timeout: IDLE_TIMEOUT_MS, scheduling: 'lifo' } : {});
    this.#connect = connect;
  }

  /** Takes over a connection that is open already, for the next request that needs one. */
  adopt(socket: Socket): void {
    this.#spare = socket;
    socket.on('error', () => undefined);
  }

  override destroy(): void {
    this.#spare?.destroy();
    super.destroy();
  }

  override getName(): string {
    return '';
  }

  override createConnection(
    _options: http.ClientRequestArgs,
    callback?: (error: Error | null, socket: Duplex) => void,
  ): Socket | undefined {
    const spare = this.#spare;
    this.#spare = undefined;
    if (spare?.readyState === 'open') return spare;
    const connection = this.#connect();
    if (connection instanceof Socket) return connection;
    connection.then(
      (socket) => callback?.(null, socket),
      (error: unknown) => callback?.(toError(error), new Socket()),
    );
    return undefined;
  }
}

function toError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
