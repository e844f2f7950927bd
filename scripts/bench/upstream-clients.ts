import { BENCH_HOST } from './bench-host.ts';
import { checkFidelity } from './fidelity.ts';
import { type LoadOptions, type LoadResult, runLoad } from './load.ts';
import { type BenchProcess, startTarget, startUpstream } from './processes.ts';
import type { TargetKind } from './target.ts';

/**
 * Compares the clients that could carry intercepted requests upstream: how fast each is, in turns within one run,
 * and whether what it sends is what it was given. Usage: `tsx scripts/bench/upstream-clients.ts [rounds]`.
 */
async function main(rounds: number): Promise<void> {
  const kinds: TargetKind[] = ['forwarder', 'proxy', 'undici', 'http-proxy'];
  const upstream = await startUpstream();
  const targets: BenchProcess[] = [];
  for (const kind of kinds) targets.push(await startTarget(kind, upstream));
  const load = (target: BenchProcess, connections: number, durationMs: number) =>
    runLoad(optionsFor(target, connections, durationMs));
  for (const target of targets) await load(target, 16, 2_000);
  const many: LoadResult[][] = targets.map(() => []);
  const one: LoadResult[][] = targets.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, target] of targets.entries()) {
      many[index]?.push(await load(target, 16, 3_000));
      one[index]?.push(await load(target, 1, 1_000));
    }
  }
  const base = medianOf(many[0] ?? [], ({ callsPerSecond }) => callsPerSecond);
  console.log('client      calls/s  ratio  one connection, median ms  bytes');
  for (const [index, kind] of kinds.entries()) {
    const rate = medianOf(many[index] ?? [], ({ callsPerSecond }) => callsPerSecond);
    const median = medianOf(one[index] ?? [], ({ medianMs }) => medianMs);
    const bytes = await checkFidelity(kind);
    console.log(
      `${kind.padEnd(11)} ${rate.toFixed(0).padStart(7)}  ${(rate / base).toFixed(2).padStart(5)}  ` +
        `${median.toFixed(3).padStart(25)}  ${bytes}`,
    );
  }
  for (const process of [...targets, upstream]) process.stop();
}

function optionsFor(target: BenchProcess, connections: number, durationMs: number): LoadOptions {
  return { proxyPort: target.port, ca: target.ca, host: BENCH_HOST, connections, durationMs };
}

function medianOf(results: LoadResult[], value: (result: LoadResult) => number): number {
  const sorted = results.map(value).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

await main(Number(process.argv[2] ?? 5));
