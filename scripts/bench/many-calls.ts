import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ApiCall, ParameterValue } from '../../aws/api-call.ts';
import { openRecorder } from '../../sessions/open-recorder.ts';
import type { BenchSize, MeasuredRow } from './measured-row.ts';
import { leastgrant } from './product.ts';

/** Measures `leastgrant generate` on a session of many distinct calls, and on a quarter of them to see the growth. */
export async function measureManyCalls(
  folder: string,
  { calls }: BenchSize,
): Promise<readonly MeasuredRow[]> {
  const quarter = calls / 4;
  const few = await generateSeconds(folder, quarter);
  const many = few === tooLong ? tooLong : await generateSeconds(folder, calls);
  // Four times the calls may take four times as long, and log n more.
  const limit = (4 * Math.log(calls)) / Math.log(quarter);
  const growth = many / few;
  const count = calls.toLocaleString('en-US');
  return [
    {
      what: `policy from ${count} distinct calls`,
      base: '-',
      leastgrant: describeSeconds(many),
      figure: describeSeconds(many),
      target: 'under 20 s',
      isReached: many < 20,
    },
    {
      what: `growth from ${quarter.toLocaleString('en-US')} calls`,
      base: describeSeconds(few),
      leastgrant: describeSeconds(many),
      figure: Number.isFinite(growth) ? `times ${growth.toFixed(2)}` : 'not known',
      target: `at most ${limit.toFixed(2)} (n log n)`,
      isReached: growth <= limit,
    },
  ];
}

// Where time grows with the square of the calls, nobody wants to wait for the end.
const patienceMs = 180_000;
const tooLong = Number.POSITIVE_INFINITY;

function describeSeconds(seconds: number): string {
  return seconds === tooLong ? `over ${patienceMs / 1_000} s` : `${seconds.toFixed(1)} s`;
}

async function generateSeconds(folder: string, count: number): Promise<number> {
  const dir = join(folder, `calls-${count}`);
  const recorder = await openRecorder(dir, 'many');
  const seenAt = Date.now();
  for (let index = 0; index < count; index += 1) recorder.record(sampleCall(index), seenAt + index);
  await recorder.close();
  const args = ['generate', 'many', '--dir', dir, '--output', join(folder, 'policy.json')];
  const started = performance.now();
  const child = spawn(process.execPath, [leastgrant, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: patienceMs,
  });
  const end = () => child.kill();
  process.once('exit', end);
  const [[code, signal], said] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  process.off('exit', end);
  if (signal === 'SIGTERM') return tooLong;
  if (code !== 0) throw new Error(`leastgrant generate ended with ${signal ?? code}: ${said}`);
  return (performance.now() - started) / 1_000;
}

type Sample = readonly [
  service: string,
  operation: string,
  parameters: Readonly<Record<string, ParameterValue>>,
];

// What fills large recordings: objects above all, then items of many tables, then parameters.
const samples: readonly ((index: number) => Sample)[] = [
  (index) => ['s3', 'GetObject', { Bucket: `bucket-${index % 7}`, Key: `data/${index}.csv` }],
  (index) => ['s3', 'PutObject', { Bucket: `bucket-${index % 5}`, Key: `out/${index}.csv` }],
  (index) => ['dynamodb', 'GetItem', { TableName: `table-${index}` }],
  (index) => ['ssm', 'GetParameter', { Name: `/app/${index}` }],
];

function sampleCall(index: number): ApiCall {
  const sample = samples[index % samples.length] ?? samples[0];
  const [service, operation, parameters] = sample?.(index) ?? ['s3', 'ListBuckets', {}];
  return {
    service,
    operation,
    parameters,
    region: 'eu-west-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA…MPLE',
    client: 'aws-sdk-js/3.1169.0',
    outcome: 'allowed',
    status: 200,
    errorCode: null,
  };
}
