import { type Authority, formatAuthority } from './authority.ts';

/** Where a client wanted its requests to go. */
export interface Origin extends Authority {
  /** True for `https:`. */
  readonly secure: boolean;
  /** The name to ask for and to verify (SNI); the host unless the client named another. */
  readonly serverName: string;
  /** True where `--upstream` takes the origin's place. */
  readonly redirected: boolean;
}

/** Returns `https://host:port`, without the port where it is the scheme's own. */
export function originUrl(origin: Origin): string {
  const authority = formatAuthority(origin, origin.secure ? 443 : 80);
  return `${origin.secure ? 'https' : 'http'}://${authority}`;
}
