import { describe, expect, it } from 'vitest';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';

const catalog = openCatalog();

function resourcesOf(parameters: Readonly<Record<string, ParameterValue>>) {
  const call: ApiCall = {
    service: 's3',
    operation: 'DeleteObjects',
    parameters: { Bucket: 'b', ...parameters },
    region: 'eu-west-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA…VV7A',
    client: null,
    outcome: 'allowed',
    status: 200,
    errorCode: null,
  };
  return authorize(call, catalog).map(({ action, resources }) => [action, resources]);
}

describe('a recording of several deletions that does not tell their versions', () => {
  it('names each key', () => {
    expect(resourcesOf({ 'Delete.Objects[].Key': ['k1', 'k2'] })).toEqual([
      ['s3:DeleteObject', ['arn:aws:s3:::b/k1', 'arn:aws:s3:::b/k2']],
    ]);
  });

  it('names the keys whose retention is bypassed', () => {
    const parameters = { 'Delete.Objects[].Key': ['k1'], BypassGovernanceRetention: 'true' };
    expect(resourcesOf(parameters)).toContainEqual([
      's3:BypassGovernanceRetention',
      ['arn:aws:s3:::b/k1'],
    ]);
  });

  it('gives way to what is told', () => {
    const parameters = {
      'Delete.Objects[].Key': ['k1'],
      'Delete.Objects[!VersionId].Key': ['k2'],
    };
    expect(resourcesOf(parameters)).toEqual([['s3:DeleteObject', ['arn:aws:s3:::b/k2']]]);
  });
});
