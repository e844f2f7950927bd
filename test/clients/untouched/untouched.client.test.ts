import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeVersions } from '../node-versions.ts';
import { runRecorded } from '../recorded-run.ts';
import { plainEnvironment, runProgram } from '../run-program.ts';
import { type PrivateServers, startPrivateServers } from './private-servers.ts';
import { startUserProxy, type UserProxy } from './user-proxy.ts';

/** Bypasses every proxy, and is only to be had through the user's own proxy: DNS does not know it. */
const hosts = ['localhost', 'files.example.test'];

/** One program, and whether it goes through the proxies of its environment. */
interface UntouchedCase {
  readonly name: string;
  readonly command: readonly string[];
  readonly usesProxies: boolean;
  readonly settings?: NodeJS.ProcessEnv;
}

const programs: readonly UntouchedCase[] = [
  { name: 'curl', command: ['sh', 'untouched.sh'], usesProxies: true },
  { name: 'Python', command: ['python3', 'untouched.py'], usesProxies: true },
  ...nodeVersions.map(({ version, path }) => ({
    name: `Node ${version}`,
    command: [path, 'untouched.mjs'],
    usesProxies: false,
  })),
  ...nodeVersions
    .filter(({ version }) => Number(version) >= 24)
    .map(({ version, path }) => ({
      name: `Node ${version} with NODE_USE_ENV_PROXY`,
      command: [path, 'untouched.mjs'],
      usesProxies: true,
      settings: { NODE_USE_ENV_PROXY: '1' },
    })),
];

let servers: PrivateServers;
let userProxy: UserProxy;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leastgrant-untouched-'));
  [servers, userProxy] = await Promise.all([startPrivateServers(hosts), startUserProxy()]);
  await writeFile(join(folder, 'private-ca.pem'), servers.caPem);
});
afterAll(async () => {
  await Promise.all([servers.stop(), userProxy.stop()]);
  await rm(folder, { recursive: true });
});

describe.each(hosts)('a program that talks to %s', (host) => {
  it.each(programs)('sees no difference with $name', async ({ command, usesProxies, settings }) => {
    const options = {
      env: { ...plainEnvironment(), ...userSettings(host), ...settings },
      cwd: join(import.meta.dirname, '..', 'programs'),
    };
    const bare = await runProgram(command, options);
    const tunnelsBefore = userProxy.tunnels();
    const recorded = await runRecorded(command, { ...options, options: ['--quiet'] });
    expect(bare.exit, bare.stderr).toBe(0);
    expect(bare.stdout).toContain('X-Case-Kept');
    expect(recorded).toMatchObject(bare);
    expect(recorded.calls).toEqual([]);
    // Else the program would have gone past leastgrant, and the test would show nothing.
    if (usesProxies && host !== 'localhost')
      expect(userProxy.tunnels()).toBeGreaterThan(tunnelsBefore);
  });
});

/** The user's environment as it was before: where the servers are, whom to trust, which way to go. */
function userSettings(host: string): NodeJS.ProcessEnv {
  const ca = join(folder, 'private-ca.pem');
  const proxy = host === 'localhost' ? {} : proxySettings(userProxy.url);
  return {
    HTTPS_URL: `https://${host}:${servers.httpsPort}`,
    HTTP_URL: `http://${host}:${servers.httpPort}`,
    DISTRUSTED_URL: `https://${host}:${servers.distrustedPort}`,
    NODE_EXTRA_CA_CERTS: ca,
    REQUESTS_CA_BUNDLE: ca,
    SSL_CERT_FILE: ca,
    CURL_CA_BUNDLE: ca,
    ...proxy,
  };
}

function proxySettings(url: string): NodeJS.ProcessEnv {
  return { HTTP_PROXY: url, HTTPS_PROXY: url, http_proxy: url, https_proxy: url };
}
