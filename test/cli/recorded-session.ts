import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ApiCall, ObservedCall, UnrecognisedCall } from '../../aws/api-call.ts';
import { openRecorder } from '../../sessions/open-recorder.ts';

/** Makes a folder for one test and removes it at the test's end. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Records calls into a session of the project folder `cwd`, by the real store. */
export async function recordSession(
  cwd: string,
  name: string,
  calls: readonly ObservedCall[],
): Promise<void> {
  const recorder = await openRecorder(join(cwd, '.leastgrant'), name);
  for (const call of calls) recorder.record(call, Date.UTC(2026, 10, 22, 12));
  await recorder.close();
}

/** Returns a call; a test names only what it is about. */
export function apiCall(
  service: string,
  operation: string,
  parameters: ApiCall['parameters'] = {},
  rest: Partial<ApiCall> = {},
): ApiCall {
  return {
    service,
    operation,
    region: 'eu-west-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA…MPLE',
    parameters,
    outcome: 'allowed',
    status: 200,
    errorCode: null,
    client: 'Boto3/1.43.0',
    ...rest,
  };
}

/** Reading one object. */
export function getObject(key: string, rest: Partial<ApiCall> = {}): ApiCall {
  return apiCall('s3', 'GetObject', { Bucket: 'my-bucket-1', Key: key }, rest);
}

/** What is said of each policy that reads an object: no call shows whether S3 decrypts it. */
export const notesOfRead = [
  '  no call shows whether services need more for it; --include-hidden adds this, `leastgrant explain` says why:',
  '    kms:Decrypt on arn:aws:kms:eu-west-1:123456789012:key/*, held by kms:ViaService s3.eu-west-1.amazonaws.com',
] as const;

/** A signed request that nobody could identify. */
export function unrecognisedCall(rest: Partial<UnrecognisedCall> = {}): UnrecognisedCall {
  return {
    service: null,
    operation: null,
    signingName: 'odd',
    region: 'eu-west-1',
    partition: 'aws',
    account: null,
    identity: null,
    host: 'odd.eu-west-1.amazonaws.com',
    method: 'POST',
    pathTemplate: '/v1/{}',
    target: null,
    reason: 'no service has this signing name',
    outcome: 'failed',
    status: 500,
    errorCode: null,
    client: null,
    ...rest,
  };
}
