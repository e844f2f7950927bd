import { describe, expect, it } from 'vitest';
import { proveGenerated } from '../../cli/prove-generated.ts';
import type { ExplainedDocument } from '../../generator/render/policy-export.ts';
import { createNeeds } from '../../generator/verify/needs.ts';
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

function policyOn(...Resource: readonly string[]): ExplainedDocument {
  const statement = { Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject'], Resource } as const;
  return {
    document: { Version: '2012-10-17', Statement: [statement] },
    explanations: [{ sid: 'A', reasons: [], wildcards: [] }],
  };
}

describe('proveGenerated', () => {
  it('returns the policy as it is where every call is allowed and every part needed', () => {
    const needs = needsOf('arn:aws:s3:::b/1', 'arn:aws:s3:::b/2');
    for (const policy of [
      policyOn('arn:aws:s3:::b/1', 'arn:aws:s3:::b/2'),
      policyOn('arn:aws:s3:::b/*'),
    ])
      expect(proveGenerated(policy, needs)).toBe(policy);
  });

  it('leaves out a wildcard whose calls other wildcards allow', () => {
    const policy = policyOn('arn:aws:s3:::b/*/x', 'arn:aws:s3:::b/1/*', 'arn:aws:s3:::b/2/*');
    const needs = needsOf('arn:aws:s3:::b/1/x', 'arn:aws:s3:::b/2/x', 'arn:aws:s3:::b/2/y');
    const { document } = proveGenerated(policy, needs);
    expect(document.Statement.map(({ Resource }) => Resource)).toEqual([
      ['arn:aws:s3:::b/*/x', 'arn:aws:s3:::b/2/*'],
    ]);
  });

  it('fails as leastgrant itself, and names the call, where one is not allowed', () => {
    const needs = needsOf('arn:aws:s3:::b/1', 'arn:aws:s3:::b/2');
    expect(() => proveGenerated(policyOn('arn:aws:s3:::b/1'), needs)).toThrow(
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
    const own = policyOn(`arn:aws:s3:::b/\${aws:username}`);
    const needs = needsOf('arn:aws:s3:::b/jane');
    expect(proveGenerated(own, needs, { 'aws:username': ['jane'] })).toBe(own);
    expect(() => proveGenerated(own, needs)).toThrow();
  });

  it('takes little time for many resources', () => {
    const resources = Array.from({ length: 100_000 }, (_, at) => `arn:aws:s3:::b/${at}`);
    const needs = needsOf(...resources);
    const started = performance.now();
    proveGenerated(policyOn(...resources), needs);
    // A million in 3 s on a machine of its own; a machine that runs other tests as well is given ten times that.
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
