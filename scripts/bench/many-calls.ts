import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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
  const many = await generateSeconds(folder, calls);
  // Four times the calls may take four times as long, and log n more.
  const limit = (4 * Math.log(calls)) / Math.log(quarter);
  const growth = many / few;
  const count = calls.toLocaleString('en-US');
  return [
    {
      what: `policy from ${count} distinct calls`,
      base: '-',
      leastgrant: `${many.toFixed(1)} s`,
      figure: `${many.toFixed(1)} s`,
      target: 'under 20 s',
      isReached: many < 20,
    },
    {
      what: `growth from ${quarter.toLocaleString('en-US')} calls`,
      base: `${few.toFixed(1)} s`,
      leastgrant: `${many.toFixed(1)} s`,
      figure: `times ${growth.toFixed(2)}`,
      target: `at most ${limit.toFixed(2)} (n log n)`,
      isReached: growth <= limit,
    },
  ];
}

async function generateSeconds(folder: string, count: number): Promise<number> {
  const dir = join(folder, `calls-${count}`);
  const recorder = await openRecorder(dir, 'many');
  const seenAt = Date.now();
  for (let index = 0; index < count; index += 1) recorder.record(sampleCall(index), seenAt + index);
  await recorder.close();
  const args = ['generate', 'many', '--dir', dir, '--output', join(folder, 'policy.json')];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [leastgrant, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`leastgrant generate ended with ${status}: ${stderr}`);
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
