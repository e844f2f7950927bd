import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { BenchProcess } from './processes.ts';

/** The built program, as users run it. */
export const leastgrant = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

/** A recording leastgrant. */
export interface Product extends Omit<BenchProcess, 'stop'> {
  /** From its start until its environment was handed out, in milliseconds: then it accepts connections. */
  readonly startMs: number;
  /** Ends the recording and waits until its session is written. */
  stop(): Promise<void>;
}

/**
 * Starts `leastgrant env` in front of an upstream, recording into session `bench` below `folder`.
 * Throws where it does not start.
 */
export async function startProduct(upstream: BenchProcess, folder: string): Promise<Product> {
  if (!existsSync(leastgrant)) throw new Error('there is no dist: run `npm run build` first');
  const upstreamCa = join(folder, 'upstream.pem');
  writeFileSync(upstreamCa, upstream.ca);
  const where = ['--dir', join(folder, 'sessions'), '--session', 'bench', '--quiet'];
  const to = ['--upstream', `https://localhost:${upstream.port}`, '--upstream-ca', upstreamCa];
  const started = performance.now();
  const child = spawn(process.execPath, [leastgrant, 'env', ...where, ...to], {
    // It ends with its input, so also with this process.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const variables = parseExports(await text(child.stdout));
  const startMs = performance.now() - started;
  const proxy = variables.get('HTTPS_PROXY');
  const ca = variables.get('LEASTGRANT_CA');
  if (proxy === undefined || ca === undefined) throw new Error('leastgrant env did not start');
  return {
    port: Number(new URL(proxy).port),
    ca: readFileSync(ca, 'utf8'),
    pid: child.pid ?? 0,
    startMs,
    stop: () => end(child, ended),
  };
}

async function end(child: ChildProcess, ended: Promise<unknown[]>): Promise<void> {
  child.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`leastgrant env ended with ${code}`);
}

function parseExports(shell: string): ReadonlyMap<string, string> {
  return new Map(
    [...shell.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}
