import { describe, expect, it } from 'vitest';
import { createCallFilter } from '../../../cli/config/ignored-calls.ts';
import type { Permission } from '../../../iam/permission.ts';
import type { RecognisedSessionCall } from '../../../sessions/session-call.ts';
import { apiCall, unrecognisedCall } from '../recorded-session.ts';

const history = {
  count: 1,
  firstSeen: '2026-11-22T12:00:00.000Z',
  lastSeen: '2026-11-22T12:00:00.000Z',
  labels: [],
};
const reason = 'because';

function sessionCall(service: string, operation: string): RecognisedSessionCall {
  return { ...apiCall(service, operation), ...history };
}

function permission(...resources: string[]): Permission {
  const wildcards = resources
    .filter((resource) => resource.includes('*'))
    .map((resource) => ({ resource, reason: 'unknown' }));
  return {
    action: 'a:B',
    resources,
    conditions: {},
    because: '',
    confidence: 'derived',
    wildcards,
  };
}

describe('createCallFilter', () => {
  const calls = [
    sessionCall('s3', 'GetObject'),
    sessionCall('s3', 'PutObject'),
    sessionCall('sqs', 'GetQueueUrl'),
    { ...unrecognisedCall(), ...history },
  ];

  it.each([
    [{ service: 's3', reason }, ['sqs GetQueueUrl', 'null null']],
    [{ operation: 'Get*', reason }, ['s3 PutObject', 'null null']],
    [
      { service: 's3', operation: '?utObject', reason },
      ['s3 GetObject', 'sqs GetQueueUrl', 'null null'],
    ],
    [{ service: 's', reason }, calls.map(({ service, operation }) => `${service} ${operation}`)],
  ])('%j leaves %j', (rule, left) => {
    const kept = createCallFilter([rule]).keep(calls);
    expect(kept.map(({ service, operation }) => `${service} ${operation}`)).toEqual(left);
  });

  it('leaves out of a permission the resources that are ignored, and what has none left', () => {
    const rule = { service: 's3', resource: 'arn:aws:s3:::x/*', reason };
    const filter = createCallFilter([rule]);
    const [s3, , sqs] = calls;
    const permissions = [
      permission('arn:aws:s3:::x/a', 'arn:aws:s3:::y/*'),
      permission('arn:aws:s3:::x/*'),
    ];
    expect(filter.keep(calls)).toEqual(calls);
    if (s3?.service !== 's3' || sqs?.service !== 'sqs') throw new Error('other calls');
    expect(filter.keepPermissions(s3, permissions)).toEqual([permission('arn:aws:s3:::y/*')]);
    expect(filter.keepPermissions(sqs, permissions)).toEqual(permissions);
    expect(filter.ignored()).toEqual([{ rule, calls: 1, operations: ['s3 GetObject'] }]);
  });

  it('counts a call for the first rule that applies, and keeps rules that apply to none', () => {
    const rules = [
      { service: 's3', reason },
      { operation: 'Get*', reason },
      { service: 'ec2', reason },
    ];
    const filter = createCallFilter(rules);
    filter.keep(calls);
    expect(filter.ignored().map((one) => one.calls)).toEqual([2, 1, 0]);
  });
});
