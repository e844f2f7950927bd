import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TargetKind, TargetOrder, TargetReady } from './target.ts';

/** A process of a benchmark. */
export interface BenchProcess {
  readonly port: number;
  /** The certificate to trust, in PEM. */
  readonly ca: string;
  readonly pid: number;
  stop(): void;
}

/** Starts the upstream. */
export function startUpstream(): Promise<BenchProcess> {
  return untilReady(start('upstream.ts'));
}

/** Starts what is to be measured, in front of the upstream. */
export function startTarget(kind: TargetKind, upstream: BenchProcess): Promise<BenchProcess> {
  const child = start('target.ts');
  const order: TargetOrder = {
    kind,
    upstream: `https://localhost:${upstream.port}`,
    upstreamCa: upstream.ca,
  };
  child.send(order);
  return untilReady(child);
}

function start(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: ['--import', 'tsx'] });
}

function untilReady(child: ChildProcess): Promise<BenchProcess> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a bench process ended with code ${code}`)));
    child.once('message', (ready: TargetReady) =>
      resolve({ ...ready, pid: child.pid ?? 0, stop: () => child.kill() }),
    );
  });
}
