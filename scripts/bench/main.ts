import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderTable } from '../../cli/table.ts';
import { measureDistinctOperations } from './distinct-operations.ts';
import { measureLargeBodies } from './large-bodies.ts';
import { measureManyCalls } from './many-calls.ts';
import type { BenchSize, MeasuredRow } from './measured-row.ts';
import { type BenchProcess, startTarget, startUpstream } from './processes.ts';
import { startProduct } from './product.ts';
import { measureSmallCalls } from './small-calls.ts';
import { measureStartUp } from './start-up.ts';

const full: BenchSize = {
  rounds: 7,
  loadMs: 3_000,
  starts: 15,
  bodyBytes: 2 ** 30,
  operations: 18_000,
  calls: [10_000, 100_000, 1_000_000],
};
const quick: BenchSize = {
  rounds: 3,
  loadMs: 1_000,
  starts: 5,
  bodyBytes: 2 ** 28,
  operations: 3_000,
  calls: [10_000, 100_000],
};

/**
 * Measures how fast and how small leastgrant is, each against the bare forwarder in the same run where there is
 * something to compare, and prints a table. Usage: `npm run bench -- [generator] [--quick]`; `generator` measures
 * the making and verifying of policies alone. Ends with 1 where a target is missed.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const size = values.quick ? quick : full;
  const folder = mkdtempSync(join(tmpdir(), 'leastgrant-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const isWhole = !positionals.includes('generator');
  const rows = [
    ...(isWhole ? await measureProxy(folder, size) : []),
    ...(await measurePolicies(folder, size)),
  ];
  process.stdout.write(renderTable(columns, rows.map(toCells), undefined));
  process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1;
}

async function measureProxy(folder: string, size: BenchSize): Promise<readonly MeasuredRow[]> {
  const upstream = await startUpstream();
  try {
    return await measureAll(upstream, folder, size);
  } finally {
    upstream.stop();
  }
}

async function measureAll(
  upstream: BenchProcess,
  folder: string,
  size: BenchSize,
): Promise<readonly MeasuredRow[]> {
  tell('start');
  const rows: MeasuredRow[] = [await measureStartUp(upstream, folder, size)];
  const forwarder = await startTarget('forwarder', upstream);
  const product = await startProduct(upstream, folder);
  try {
    tell('small calls');
    rows.push(...(await measureSmallCalls(forwarder, product, size)));
    tell('large bodies');
    rows.push(...(await measureLargeBodies(forwarder, product, size)));
  } finally {
    forwarder.stop();
    await product.stop();
  }
  tell('distinct operations');
  rows.push(await measureDistinctOperations(upstream, folder, size));
  return rows;
}

function measurePolicies(folder: string, size: BenchSize): Promise<readonly MeasuredRow[]> {
  tell('policies of many calls');
  return measureManyCalls(folder, size);
}

/** The table comes at the end, after minutes. */
function tell(measured: string): void {
  console.error(`bench: ${measured}`);
}

const columns = ['MEASURED', 'BARE FORWARDER', 'LEASTGRANT', 'FIGURE', 'TARGET', ''].map(
  (title) => ({ title }),
);

function toCells({ what, base, leastgrant, figure, target, isReached }: MeasuredRow): string[] {
  return [what, base, leastgrant, figure, target, isReached ? 'reached' : 'MISSED'];
}

await main();
