import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { childEnvironment } from '../../../../proxy/environment/child-environment.ts';
import type { Environment } from '../../../../proxy/environment/environment.ts';
import { preloadPath } from '../../../../proxy/environment/preload-path.ts';

/** What a program runs with. */
export interface ProgramOptions {
  readonly proxy: { readonly url: string; readonly authorityPem: string };
  readonly args: readonly string[];
  /** The Node that runs it; the one that runs the tests by default. */
  readonly node?: string;
  readonly intercept?: readonly string[];
  /** Variables on top of the plain environment, as the user had them. */
  readonly userEnv?: Environment;
  /** Variables that the program's own scripts set after leastgrant. */
  readonly overrides?: Environment;
  readonly cwd?: string;
}

/** What a program wrote, and how it ended. */
export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** Runs a Node program to its end in the environment that `leastgrant run` gives it. */
export async function runProgram(options: ProgramOptions): Promise<ProgramResult> {
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant environment '));
  try {
    const env = await environmentIn(folder, options);
    const child = spawn(options.node ?? process.execPath, options.args, {
      cwd: options.cwd,
      env: { ...env, ...options.overrides },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    const [stdout, stderr, exitCode] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      ended,
    ]);
    return { stdout, stderr, exitCode };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function environmentIn(
  folder: string,
  { proxy, intercept = [], userEnv = {} }: ProgramOptions,
): Promise<Record<string, string>> {
  const authority = join(folder, 'ca.pem');
  await writeFile(authority, proxy.authorityPem);
  return childEnvironment({
    userEnv: { ...plainEnvironment(), ...userEnv },
    proxyUrl: proxy.url,
    files: {
      bundle: authority,
      extraCertificates: authority,
      authority,
      javaTrustStore: join(folder, 'truststore.p12'),
      phpIniFolder: folder,
      preload: preloadPath,
    },
    intercept,
    endpointReplacements: {},
    hasAwsCaBundle: false,
    isDenoProject: false,
    platform: process.platform,
  }).env;
}

/** The environment of the tests without what would steer a program's connections. */
function plainEnvironment(): Environment {
  const steering = /^(AWS_|NODE_|LEASTGRANT_|VITEST|BUN_|DENO_|npm_|.*_proxy$|.*_PROXY$|SSL_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steering.test(name)));
}
