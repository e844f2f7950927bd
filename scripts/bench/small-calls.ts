import { BENCH_HOST } from './bench-host.ts';
import { type LoadResult, runLoad } from './load.ts';
import { type BenchSize, type MeasuredRow, median } from './measured-row.ts';
import type { BenchProcess } from './processes.ts';

type Target = Pick<BenchProcess, 'port' | 'ca'>;

/** Measures small signed calls: the rate over 16 kept connections, and the time that one call takes on one. */
export async function measureSmallCalls(
  forwarder: Target,
  product: Target,
  { rounds, loadMs }: BenchSize,
): Promise<readonly MeasuredRow[]> {
  for (const target of [forwarder, product]) await load(target, 16, loadMs);
  const ratios: number[] = [];
  const added: number[] = [];
  const seen: { readonly base: LoadResult[]; readonly ours: LoadResult[] } = { base: [], ours: [] };
  const single: typeof seen = { base: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    // In turns, so that what else the machine does meets both.
    const base = await load(forwarder, 16, loadMs);
    const ours = await load(product, 16, loadMs);
    ratios.push(ours.callsPerSecond / base.callsPerSecond);
    seen.base.push(base);
    seen.ours.push(ours);
    const oneBase = await load(forwarder, 1, loadMs / 2);
    const oneOurs = await load(product, 1, loadMs / 2);
    added.push(oneOurs.medianMs - oneBase.medianMs);
    single.base.push(oneBase);
    single.ours.push(oneOurs);
  }
  const rate = (results: readonly LoadResult[]) =>
    `${median(results.map(({ callsPerSecond }) => callsPerSecond)).toFixed(0)} calls/s`;
  const time = (results: readonly LoadResult[]) =>
    `${median(results.map(({ medianMs }) => medianMs)).toFixed(3)} ms`;
  return [
    {
      what: 'small signed calls, 16 connections',
      base: rate(seen.base),
      leastgrant: rate(seen.ours),
      figure: `ratio ${median(ratios).toFixed(2)}`,
      target: 'at least 0.85',
      isReached: median(ratios) >= 0.85,
    },
    {
      what: 'one connection, median time',
      base: time(single.base),
      leastgrant: time(single.ours),
      figure: `added ${median(added).toFixed(3)} ms`,
      target: 'at most 0.3 ms',
      isReached: median(added) <= 0.3,
    },
  ];
}

function load({ port, ca }: Target, connections: number, durationMs: number): Promise<LoadResult> {
  return runLoad({ proxyPort: port, ca, host: BENCH_HOST, connections, durationMs });
}
