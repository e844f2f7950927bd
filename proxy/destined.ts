import type { IncomingMessage } from 'node:http';
import { formatAuthority } from './authority.ts';
import type { RequestHead } from './exchange.ts';
import { headerMap } from './forward/raw-headers.ts';
import type { Observation } from './observation.ts';
import type { Origin } from './origin.ts';

/** Where a request goes, and who watches. */
export interface Destined {
  readonly origin: Origin;
  /** Path and query exactly as received. */
  readonly target: string;
  readonly observation: Observation | undefined;
}

/** Returns the head of a request as an observer sees it. */
export function requestHead(request: IncomingMessage, origin: Origin, target: string): RequestHead {
  const headers = headerMap(request.rawHeaders);
  return {
    method: request.method ?? 'GET',
    host: headers.get('host') ?? formatAuthority(origin, origin.secure ? 443 : 80),
    target,
    headers,
  };
}
