import { BENCH_HOST } from './bench-host.ts';
import { type BulkResult, runDownload, runUpload } from './bulk.ts';
import { type BenchSize, type MeasuredRow, median } from './measured-row.ts';
import type { BenchProcess } from './processes.ts';

type Target = Pick<BenchProcess, 'port' | 'ca' | 'pid'>;
type Run = typeof runUpload;

const largeBodyRounds = 3;

/** Measures one large upload and one large download: the rate, and the memory that they take above what was in use. */
export async function measureLargeBodies(
  forwarder: Target,
  product: Target,
  { bodyBytes }: BenchSize,
): Promise<readonly MeasuredRow[]> {
  return [
    ...(await measure('upload', runUpload, forwarder, product, bodyBytes)),
    ...(await measure('download', runDownload, forwarder, product, bodyBytes)),
  ];
}

async function measure(
  name: string,
  run: Run,
  forwarder: Target,
  product: Target,
  bytes: number,
): Promise<readonly MeasuredRow[]> {
  const base: BulkResult[] = [];
  const ours: BulkResult[] = [];
  for (let round = 0; round < largeBodyRounds; round += 1) {
    base.push(await run(optionsFor(forwarder), bytes, forwarder.pid));
    ours.push(await run(optionsFor(product), bytes, product.pid));
  }
  const rates = (results: readonly BulkResult[]) =>
    results.map(({ mebibytesPerSecond }) => mebibytesPerSecond);
  const ratio = median(rates(ours).map((rate, index) => rate / (rates(base)[index] ?? Number.NaN)));
  const peak = (results: readonly BulkResult[]) =>
    Math.max(...results.map(({ peakMebibytes }) => peakMebibytes));
  const what = `${(bytes / 2 ** 30).toLocaleString('en-US')} GiB ${name}`;
  return [
    {
      what: `${what}, rate`,
      base: `${median(rates(base)).toFixed(0)} MiB/s`,
      leastgrant: `${median(rates(ours)).toFixed(0)} MiB/s`,
      figure: `ratio ${ratio.toFixed(2)}`,
      target: 'at least 0.85',
      isReached: ratio >= 0.85,
    },
    {
      what: `${what}, memory above idle`,
      base: `${peak(base).toFixed(0)} MiB`,
      leastgrant: `${peak(ours).toFixed(0)} MiB`,
      figure: `${peak(ours).toFixed(0)} MiB`,
      target: 'under 64 MiB',
      isReached: peak(ours) < 64,
    },
  ];
}

function optionsFor({ port, ca }: Target) {
  return { proxyPort: port, ca, host: BENCH_HOST, connections: 1, durationMs: 0 };
}
