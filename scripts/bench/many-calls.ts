import { join } from 'node:path';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { type CallOf, callsOverServices } from './catalog-calls.ts';
import type { BenchSize, MeasuredRow } from './measured-row.ts';
import { type MeasuredRun, runMeasured } from './run-measured.ts';

const services = 200;
const mostSeconds = 20;
const mostMebibytes = 2_048;

// Where time grows with the square of the calls, nobody wants to wait for the end.
const patienceMs = 180_000;

interface Measured {
  readonly count: number;
  readonly generate: MeasuredRun | undefined;
  readonly verify: MeasuredRun | undefined;
}

/**
 * Measures `leastgrant generate`, and `leastgrant verify` of what it made, on sessions of many distinct calls over 200
 * services: time and memory of the largest, and how time grows from each to the next.
 */
export async function measureManyCalls(
  folder: string,
  { calls }: BenchSize,
): Promise<readonly MeasuredRow[]> {
  const callOf = callsOverServices(openCatalog(), services);
  const measured: Measured[] = [];
  for (const count of calls) measured.push(await measure(folder, count, callOf));
  return (['generate', 'verify'] as const).flatMap((command) =>
    measured.flatMap((one, at) => rowsOf(command, one, measured[at - 1], at === calls.length - 1)),
  );
}

async function measure(folder: string, count: number, callOf: CallOf): Promise<Measured> {
  const dir = join(folder, `calls-${count}`);
  const policy = join(folder, `policy-${count}.json`);
  const recorder = await openRecorder(dir, 'many');
  const seenAt = Date.now();
  for (let index = 0; index < count; index += 1) recorder.record(callOf(index), seenAt + index);
  await recorder.close();
  const where = ['--dir', dir];
  const generate = await runMeasured(
    ['generate', 'many', ...where, '--output', policy],
    patienceMs,
  );
  const verify = await runMeasured(['verify', policy, '--session', 'many', ...where], patienceMs);
  return { count, generate, verify };
}

function rowsOf(
  command: 'generate' | 'verify',
  measured: Measured,
  before: Measured | undefined,
  isLargest: boolean,
): readonly MeasuredRow[] {
  const run = measured[command];
  const what = `${command} from ${measured.count.toLocaleString('en-US')} distinct calls`;
  const seconds = run?.seconds ?? Number.POSITIVE_INFINITY;
  const mebibytes = run?.mebibytes ?? Number.POSITIVE_INFINITY;
  const size: MeasuredRow = {
    what,
    base: '-',
    leastgrant: describe(run),
    figure: run === undefined ? 'too long' : `${seconds.toFixed(1)} s`,
    target: isLargest ? `under ${mostSeconds} s and ${mostMebibytes / 1024} GiB` : '-',
    isReached: !isLargest || (seconds < mostSeconds && !(mebibytes >= mostMebibytes)),
  };
  return before === undefined ? [size] : [size, growthOf(command, measured, before)];
}

/** By processor time, which other work on the machine does not change; a start takes as long for few calls as for many. */
function growthOf(
  command: 'generate' | 'verify',
  { count, [command]: many }: Measured,
  { count: fewer, [command]: few }: Measured,
): MeasuredRow {
  const limit = (count * Math.log(count)) / (fewer * Math.log(fewer));
  const growth = (many?.cpuSeconds ?? Number.POSITIVE_INFINITY) / (few?.cpuSeconds ?? Number.NaN);
  return {
    what: `growth from ${fewer.toLocaleString('en-US')} calls`,
    base: describe(few),
    leastgrant: describe(many),
    figure: Number.isFinite(growth) ? `times ${growth.toFixed(1)}` : 'not known',
    target: `at most ${limit.toFixed(1)} (n log n)`,
    isReached: growth <= limit,
  };
}

function describe(run: MeasuredRun | undefined): string {
  if (run === undefined) return `over ${patienceMs / 1_000} s`;
  return `${run.cpuSeconds.toFixed(1)} s of a processor, ${run.mebibytes.toFixed(0)} MiB`;
}
