import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import {
  apiCall,
  getObject,
  makeTestFolder,
  recordSession,
  unrecognisedCall,
} from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

async function showCalls(cwd: string, args: readonly string[], columns?: number) {
  const terminal = createTestTerminal(
    cwd,
    columns === undefined ? {} : { stdout: { isTerminal: true, columns, hasColours: false } },
  );
  const exitCode = await runProgram(['calls', ...args], terminal, undefined);
  return { exitCode, result: terminal.result() };
}

describe('leastgrant calls --format ndjson', () => {
  it('has exactly the fields of the contract, in their order', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'app', [getObject('a'), getObject('a')]);
    const { result } = await showCalls(cwd, ['app', '--format', 'ndjson']);
    const [line = '', rest] = result.split('\n');
    expect(rest).toBe('');
    const call = JSON.parse(line);
    expect(Object.keys(call)).toEqual([
      ...['service', 'operation', 'region', 'partition', 'account', 'identity', 'parameters'],
      ...['outcome', 'status', 'errorCode', 'count', 'firstSeen', 'lastSeen', 'client', 'labels'],
      'permissions',
    ]);
    expect(call).toMatchObject({
      service: 's3',
      operation: 'GetObject',
      parameters: { Bucket: 'my-bucket-1', Key: 'a' },
      count: 2,
      firstSeen: '2026-11-22T12:00:00.000Z',
      labels: [],
    });
    expect(call.permissions).toHaveLength(1);
    expect(Object.keys(call.permissions[0])).toEqual([
      ...['action', 'resources', 'conditions', 'because', 'confidence', 'wildcards'],
    ]);
    expect(call.permissions[0]).toMatchObject({
      action: 's3:GetObject',
      resources: ['arn:aws:s3:::my-bucket-1/a'],
    });
  });

  it('has only what was not identified with --unrecognised', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a'), unrecognisedCall()]);
    const { result } = await showCalls(cwd, ['--unrecognised', '--format', 'ndjson']);
    expect(result.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(result)).toMatchObject({ service: null });
  });

  it('has a line with service null for a request that was not identified', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [unrecognisedCall()]);
    const { result } = await showCalls(cwd, ['--format', 'ndjson']);
    expect(JSON.parse(result)).toMatchObject({
      service: null,
      operation: null,
      host: 'odd.eu-west-1.amazonaws.com',
      method: 'POST',
      pathTemplate: '/v1/{}',
      target: null,
      reason: 'no service has this signing name',
      permissions: [],
    });
  });

  it('has a line for each distinct call, however many there are', async () => {
    const cwd = await makeTestFolder();
    await recordSession(
      cwd,
      'default',
      Array.from({ length: 2000 }, (_, at) => getObject(`key-${at}`)),
    );
    const { result } = await showCalls(cwd, ['--format', 'ndjson']);
    const keys = result
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).parameters.Key);
    expect(new Set(keys).size).toBe(2000);
  });
});

describe('leastgrant calls', () => {
  it('is a table with a row for each call', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [
      apiCall('sts', 'GetCallerIdentity'),
      apiCall(
        's3',
        'CopyObject',
        { Bucket: 'b', Key: 'to', CopySource: 'b/from' },
        { region: null },
      ),
      apiCall('s3', 'NoSuchOperation'),
      getObject('a\u001b[2J', { outcome: 'denied', status: 403, errorCode: 'AccessDenied' }),
      unrecognisedCall(),
    ]);
    const { exitCode, result } = await showCalls(cwd, []);
    expect(exitCode).toBe(0);
    const rows = result
      .trimEnd()
      .split('\n')
      .map((row) => row.trim().split(/ {2,}/));
    expect(rows[0]).toEqual(['CALLS', 'OPERATION', 'REGION', 'OUTCOME', 'RESOURCES']);
    expect(rows.slice(1)).toEqual(
      expect.arrayContaining([
        ['1', 'sts:GetCallerIdentity', 'eu-west-1', 'allowed', 'none needed'],
        ['1', 's3:CopyObject', '-', 'allowed', 'arn:aws:s3:::b/to +1'],
        ['1', 's3:NoSuchOperation', 'eu-west-1', 'allowed', 'no action known'],
        ['1', 's3:GetObject', 'eu-west-1', 'denied', 'arn:aws:s3:::my-bucket-1/a*[2J'],
        [
          ...['1', '? POST odd.eu-west-1.amazonaws.com/v1/{}', 'eu-west-1', 'failed'],
          'no service has this signing name',
        ],
      ]),
    );
  });

  it('fits the width of a terminal', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a'.repeat(300))]);
    const { result } = await showCalls(cwd, [], 90);
    const lengths = result
      .trimEnd()
      .split('\n')
      .map((row) => row.length);
    expect(Math.max(...lengths)).toBe(90);
    expect(result).toContain('s3:GetObject  eu-west-1  allowed');
    expect(result).toContain('…');
  });
});
