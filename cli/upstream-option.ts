import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';

/**
 * Reads the URL given to `--upstream`: scheme, host and port, nothing after them.
 * @throws LeastgrantError E_USAGE
 */
export function parseUpstream(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new LeastgrantError('E_USAGE', `\`${text}\` is no upstream`, {
      hint: 'give a URL such as `http://127.0.0.1:4566` or `https://localhost:5000`',
    });
  }
  if (url.username !== '' || url.password !== '') {
    throw new LeastgrantError('E_USAGE', 'an upstream takes no user name and no password', {
      hint: 'the calls carry their own signatures',
    });
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new LeastgrantError('E_USAGE', `\`${text}\` has more than a host and a port`, {
      hint: `each call keeps its own path and query: give \`${url.origin}\``,
    });
  }
  return url;
}

/**
 * Returns the certificates in the file given to `--upstream-ca`, in PEM.
 * @throws LeastgrantError E_INPUT where the file cannot be read or holds no certificate
 */
export async function readUpstreamCa(cwd: string, path: string): Promise<string> {
  const pem = await readFile(resolve(cwd, path), 'utf8').catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LeastgrantError('E_INPUT', `\`${path}\` cannot be read: ${reason}`, {
      hint: 'give the file with the certificate authority of the upstream, in PEM',
      cause,
    });
  });
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  throw new LeastgrantError('E_INPUT', `\`${path}\` holds no certificate in PEM`, {
    hint: 'such a file has lines that say `-----BEGIN CERTIFICATE-----`',
  });
}
