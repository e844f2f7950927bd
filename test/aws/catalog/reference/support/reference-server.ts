import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import https from 'node:https';
import { onTestFinished } from 'vitest';
import type { Authority } from '../../../../../certs/authority.ts';
import { createAuthority } from '../../../../../certs/authority.ts';

/** What a path answers: a text with status 200, or whatever the function does. */
export type Answer = string | ((response: ServerResponse) => void);

/** An HTTPS server that speaks the format of AWS's Service Reference Information. */
export interface ReferenceServer {
  /** The list of services. */
  readonly url: URL;
  /** The paths that were asked for, in order. */
  readonly paths: readonly string[];
  /** The most requests that were under way at once. */
  mostAtOnce(): number;
}

/** Makes the authority that vouches for such servers. */
export function createReferenceAuthority(): Promise<Authority> {
  return createAuthority({ permittedDomains: ['localhost'] });
}

/** Starts a server with these answers by path, until the end of the test. */
export async function startReferenceServer(
  authority: Authority,
  answers: Readonly<Record<string, Answer>> | ((origin: string) => Record<string, Answer>),
): Promise<ReferenceServer> {
  const paths: string[] = [];
  let current = 0;
  let most = 0;
  let byPath: Readonly<Record<string, Answer>> = {};
  const server = https.createServer(
    { SNICallback: (name, done) => void authority.secureContextFor(name).then(give(done), done) },
    (request, response) => {
      const path = request.url ?? '';
      paths.push(path);
      current += 1;
      most = Math.max(most, current);
      response.once('close', () => {
        current -= 1;
      });
      const answer = byPath[path] ?? notFound;
      if (typeof answer === 'string') response.end(answer);
      else answer(response);
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const origin = `https://localhost:${port}`;
  byPath = typeof answers === 'function' ? answers(origin) : answers;
  return { url: new URL(`${origin}/`), paths, mostAtOnce: () => most };
}

function give<Context>(done: (error: null, context: Context) => void): (context: Context) => void {
  return (context) => done(null, context);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404).end('not found');
}

/** Returns the answers of a whole reference: the list, then one file for each service. */
export function referenceAnswers(
  origin: string,
  services: readonly { readonly Name: string }[],
): Record<string, Answer> {
  const list = services.map(({ Name }) => ({
    service: Name,
    url: `${origin}/v1/${Name}/${Name}.json`,
  }));
  return {
    '/': JSON.stringify(list),
    ...Object.fromEntries(
      services.map((service) => [
        `/v1/${service.Name}/${service.Name}.json`,
        JSON.stringify(service),
      ]),
    ),
  };
}
