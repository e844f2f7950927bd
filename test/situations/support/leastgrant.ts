import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Place } from './place.ts';

const root = join(import.meta.dirname, '..', '..', '..');
// By its path: the user's project has no packages.
const loader = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

/** leastgrant from its sources, as a command. */
export const leastgrantCommand: readonly string[] = [
  process.execPath,
  '--import',
  loader,
  join(root, 'cli', 'main.ts'),
];

/** What a user does differently this time. */
interface Circumstances {
  readonly env?: NodeJS.ProcessEnv;
  /** A shell script that ends in leastgrant: `exec "$@" > /dev/full`. */
  readonly script?: string;
}

/** What came of a command. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code; a signal's name where one ended it. */
  readonly exit: number | NodeJS.Signals | null;
  /** The folders of its own that it has left in the system's folder for temporary files. */
  readonly leftovers: readonly string[];
}

/** A leastgrant that runs. */
export interface Running {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves when it has ended and its output is complete. */
  readonly ended: Promise<Ended>;
}

/** Returns a program of `programs/` as a command. */
export function program(name: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, join(import.meta.dirname, '..', 'programs', name), ...args];
}

/** Starts leastgrant in a group of its own; what is left of it is killed when the test has finished. */
export function startLeastgrant(
  { cwd, env }: Place,
  args: readonly string[],
  circumstances: Circumstances = {},
): Running {
  const { script = 'exec "$@"' } = circumstances;
  const child = spawn('sh', ['-c', script, 'sh', ...leastgrantCommand, ...args], {
    cwd,
    env: { ...env, ...circumstances.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, 'close').then(([code, signal]) => ({
    stdout: stdout(),
    stderr: stderr(),
    exit: signal ?? code,
    leftovers: leftoversOf(child.pid),
  }));
  return { process: child, ended };
}

/** Runs leastgrant to its end. */
export function leastgrant(
  place: Place,
  args: readonly string[],
  circumstances?: Circumstances,
): Promise<Ended> {
  return startLeastgrant(place, args, circumstances).ended;
}

/** Returns what leastgrant of this process id has in the system's folder for temporary files. */
export function leftoversOf(pid: number | undefined): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`leastgrant-${pid}-`));
}

function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
