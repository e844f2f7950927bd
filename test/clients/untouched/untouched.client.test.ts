import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeVersions } from '../node-versions.ts';
import { runRecorded } from '../recorded-run.ts';
import { type ProgramResult, plainEnvironment, runProgram } from '../run-program.ts';
import { type PrivateServers, startPrivateServers } from './private-servers.ts';
import { startUserProxy, type UserProxy } from './user-proxy.ts';

const storePassword = 'of-the-user';

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
  { name: 'Java', command: ['java', 'Untouched.java'], usesProxies: true },
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
  await makeJavaStore(join(folder, 'private-ca.pem'), join(folder, 'private-ca.p12'));
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
    expect(withoutNotice(recorded)).toMatchObject(withoutNotice(bare));
    expect(recorded.calls).toEqual([]);
    // Else the program would have gone past leastgrant, and the test would show nothing.
    if (usesProxies && host !== 'localhost')
      expect(userProxy.tunnels()).toBeGreaterThan(tunnelsBefore);
  });
});

/** Every JVM tells the options that it got by this variable. */
function withoutNotice(result: ProgramResult): ProgramResult {
  return { ...result, stderr: result.stderr.replace(/^Picked up JAVA_TOOL_OPTIONS: .*\n/, '') };
}

/** Makes the truststore of a user who trusts one CA and no other. */
async function makeJavaStore(caFile: string, store: string): Promise<void> {
  const { exit, stderr } = await runProgram(
    ['keytool', '-importcert', '-noprompt', '-file', caFile, '-keystore', store].concat([
      '-storepass',
      storePassword,
    ]),
    { env: plainEnvironment() },
  );
  if (exit !== 0) throw new Error(`keytool failed: ${stderr}`);
}

/** The user's environment as it was before: where the servers are, whom to trust, which way to go. */
function userSettings(host: string): NodeJS.ProcessEnv {
  const ca = join(folder, 'private-ca.pem');
  const isProxied = host !== 'localhost';
  const store = `-Djavax.net.ssl.trustStore=${join(folder, 'private-ca.p12')}`;
  const password = `-Djavax.net.ssl.trustStorePassword=${storePassword}`;
  return {
    HTTPS_URL: `https://${host}:${servers.httpsPort}`,
    HTTP_URL: `http://${host}:${servers.httpPort}`,
    DISTRUSTED_URL: `https://${host}:${servers.distrustedPort}`,
    NODE_EXTRA_CA_CERTS: ca,
    REQUESTS_CA_BUNDLE: ca,
    SSL_CERT_FILE: ca,
    CURL_CA_BUNDLE: ca,
    JAVA_TOOL_OPTIONS: [store, password, ...(isProxied ? javaProxy(userProxy.url) : [])].join(' '),
    ...(isProxied ? proxySettings(userProxy.url) : {}),
  };
}

function javaProxy(url: string): string[] {
  const { hostname, port } = new URL(url);
  return ['http', 'https'].flatMap((scheme) => [
    `-D${scheme}.proxyHost=${hostname}`,
    `-D${scheme}.proxyPort=${port}`,
  ]);
}

function proxySettings(url: string): NodeJS.ProcessEnv {
  return { HTTP_PROXY: url, HTTPS_PROXY: url, http_proxy: url, https_proxy: url };
}
