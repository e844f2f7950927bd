import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRecorded } from '../recorded-run.ts';
import { type MotoServer, startMoto } from './moto-server.ts';

const programs = join(import.meta.dirname, '..', 'programs');
const here = 'eu-west-1:123456789012';
const stream = `arn:aws:kinesis:${here}:stream/orders`;
const topic = `arn:aws:sns:${here}:news`;
const workgroup = `arn:aws:athena:${here}:workgroup/reports`;

let moto: MotoServer;
beforeAll(async () => {
  moto = await startMoto();
}, 60_000);
afterAll(() => moto.stop());

describe('a program that names resources by what AWS answered', () => {
  it('needs permissions on the resources that were meant, also in another process', async () => {
    const recorded = await runRecorded(['python3', 'connected_calls.py'], {
      env: await moto.startOver(),
      cwd: programs,
      options: ['--upstream', moto.url, '--upstream-ca', moto.caFile],
    });
    expect(recorded.exit, recorded.stderr).toBe(0);
    expect(recorded.stdout).toContain('records 1 0\n');
    const user = recorded.permissions.filter((one) => one.startsWith('iam:'));
    expect(user).toEqual([
      expect.stringMatching(/^iam:ListAccessKeys arn:aws:iam::123456789012:user\/[^*]+$/),
    ]);
    expect(recorded.permissions.filter((one) => !user.includes(one))).toEqual([
      `athena:CreateWorkGroup ${workgroup}`,
      `athena:GetQueryExecution ${workgroup}`,
      `athena:StartQueryExecution ${workgroup}`,
      `athena:StopQueryExecution ${workgroup}`,
      `kinesis:CreateStream ${stream}`,
      `kinesis:GetRecords ${stream}`,
      `kinesis:GetShardIterator ${stream}`,
      `kinesis:ListShards ${stream}`,
      `kinesis:PutRecord ${stream}`,
      `sns:CreateTopic ${topic}`,
      `sns:GetSubscriptionAttributes ${topic}`,
      `sns:Subscribe ${topic}`,
      `sns:Unsubscribe ${topic}`,
    ]);
    expect(JSON.stringify(recorded.calls)).not.toContain('ShardIterator":');
  });
});
