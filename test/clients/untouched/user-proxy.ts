import { once } from 'node:events';
import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** The proxy that a user had set before: the only way to hosts that DNS does not know. */
export interface UserProxy {
  readonly url: string;
  /** How many tunnels it has been asked for. */
  tunnels(): number;
  stop(): Promise<void>;
}

/** Starts a proxy that takes every host for this machine. */
export async function startUserProxy(): Promise<UserProxy> {
  const open = new Set<Duplex>();
  let tunnels = 0;
  const join = (client: Duplex, port: number, greet: (server: Socket) => void) => {
    const server = connect(port, '127.0.0.1', () => {
      greet(server);
      client.pipe(server).pipe(client);
    });
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => [client, server].map((one) => one.destroy()));
    }
  };
  const proxy = createServer(forward);
  proxy.on('connect', (request, client: Duplex, head: Buffer) => {
    tunnels += 1;
    join(client, portOf(`http://${request.url}`), (server) => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.write(head);
    });
  });
  proxy.on('upgrade', (request, client: Duplex, head: Buffer) => {
    join(client, portOf(request.url), (server) => {
      const { pathname } = new URL(request.url ?? '');
      const headers = pairsOf(request.rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
      server.write(`${request.method} ${pathname} HTTP/1.1\r\n${headers.join('')}\r\n`);
      server.write(head);
    });
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    tunnels: () => tunnels,
    async stop() {
      for (const socket of open) socket.destroy();
      proxy.close();
      proxy.closeAllConnections();
      await once(proxy, 'close');
    },
  };
}

const forward: RequestListener = (request, response) => {
  const url = new URL(request.url ?? '');
  const headers = pairsOf(request.rawHeaders).filter(([name]) => !/^proxy-/i.test(name));
  const onward = httpRequest({
    host: '127.0.0.1',
    port: portOf(request.url),
    method: request.method,
    path: url.pathname + url.search,
    headers: headers.flat(),
    setHost: false,
  });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
};

function portOf(url: string | undefined): number {
  return Number(new URL(url ?? '').port);
}

function pairsOf(rawHeaders: readonly string[]): [name: string, value: string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}
