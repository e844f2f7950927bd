import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { leastgrant } from './product.ts';
import { peakResidentMebibytes } from './resident-memory.ts';

/** What a command took. */
export interface MeasuredRun {
  readonly seconds: number;
  /** Of all its threads; what other processes took away from it is not in it. NaN where the system does not tell. */
  readonly cpuSeconds: number;
  /** The most resident memory that it ever had. */
  readonly mebibytes: number;
}

/**
 * Runs leastgrant to its end; undefined where that takes longer than `patienceMs`.
 * Throws where it fails.
 */
export async function runMeasured(
  args: readonly string[],
  patienceMs: number,
): Promise<MeasuredRun | undefined> {
  const started = performance.now();
  const child = spawn(process.execPath, [leastgrant, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: patienceMs,
  });
  const end = () => child.kill();
  process.once('exit', end);
  let usage = { cpuSeconds: Number.NaN, mebibytes: Number.NaN };
  const watch = setInterval(() => {
    const now = usageOf(child.pid ?? 0);
    // One of its processes may have ended before the other.
    if (now !== undefined && !(now.cpuSeconds < usage.cpuSeconds)) usage = now;
  }, 50);
  const [[code, signal], said] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  clearInterval(watch);
  process.off('exit', end);
  if (signal === 'SIGTERM') return undefined;
  if (code !== 0) throw new Error(`leastgrant ${args[0]} ended with ${signal ?? code}: ${said}`);
  return { seconds: (performance.now() - started) / 1_000, ...usage };
}

/** Of a process and of those that it has started. */
function usageOf(pid: number): { cpuSeconds: number; mebibytes: number } | undefined {
  const own = ownUsageOf(pid);
  if (own === undefined) return undefined;
  const others = childrenOf(pid).flatMap((child) => usageOf(child) ?? []);
  return others.reduce(
    (sum, { cpuSeconds, mebibytes }) => ({
      cpuSeconds: sum.cpuSeconds + cpuSeconds,
      mebibytes: sum.mebibytes + mebibytes,
    }),
    own,
  );
}

function childrenOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children === '' ? [] : children.split(' ').map(Number);
  } catch {
    return [];
  }
}

/** As Linux tells it: ticks are hundredths of a second there. */
function ownUsageOf(pid: number): { cpuSeconds: number; mebibytes: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100;
    const mebibytes = peakResidentMebibytes(pid);
    return Number.isNaN(mebibytes) ? undefined : { cpuSeconds, mebibytes };
  } catch {
    return undefined;
  }
}
