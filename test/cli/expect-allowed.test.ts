import { describe, expect, it } from 'vitest';
import { expectAllowed } from '../../cli/expect-allowed.ts';
import { createNeeds } from '../../generator/verify/needs.ts';
import type { PolicyDocument } from '../../iam/policy.ts';
import type { RecognisedSessionCall } from '../../sessions/session-call.ts';
import { permission } from '../generator/permission-cases.ts';
import { getObject } from './recorded-session.ts';

const times = { count: 1, firstSeen: '', lastSeen: '', labels: [] };

function needsOf(...resources: readonly string[]) {
  const needs = createNeeds<RecognisedSessionCall>();
  for (const resource of resources)
    needs.add(permission('s3:GetObject', resource), { ...getObject('k'), ...times });
  return needs;
}

function document(Resource: readonly string[]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject'], Resource }],
  };
}

describe('expectAllowed', () => {
  it('is content where the policies together allow every call', () => {
    const needs = needsOf('arn:aws:s3:::b/1', 'arn:aws:s3:::b/2');
    expectAllowed([document(['arn:aws:s3:::b/1']), document(['arn:aws:s3:::b/2'])], needs);
    expectAllowed([document(['arn:aws:s3:::b/*'])], needs);
    expectAllowed([], needsOf());
  });

  it('fails as leastgrant itself, and names the call, where one is not allowed', () => {
    const check = () =>
      expectAllowed(
        [document(['arn:aws:s3:::b/1'])],
        needsOf('arn:aws:s3:::b/1', 'arn:aws:s3:::b/2'),
      );
    expect(check).toThrow(
      expect.objectContaining({
        code: 'E_INTERNAL',
        message: expect.stringMatching(
          /does not allow `s3:GetObject` on `arn:aws:s3:::b\/2`, which s3 GetObject asked for/,
        ),
        hint: expect.stringContaining('the recording is kept'),
      }),
    );
  });

  it('knows policy variables by what every call had', () => {
    const own = document(['arn:aws:s3:::b/${aws:username}']);
    expectAllowed([own], needsOf('arn:aws:s3:::b/jane'), { 'aws:username': ['jane'] });
    expect(() => expectAllowed([own], needsOf('arn:aws:s3:::b/jane'))).toThrow();
  });

  it('takes little time for many resources', () => {
    const resources = Array.from({ length: 100_000 }, (_, at) => `arn:aws:s3:::b/${at}`);
    const needs = needsOf(...resources);
    const started = performance.now();
    expectAllowed([document(resources)], needs);
    // A million in 3 s on a machine of its own; a machine that runs other tests as well is given ten times that.
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
