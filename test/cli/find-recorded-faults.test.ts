import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { findRecordedFaults } from '../../cli/find-recorded-faults.ts';
import type { ExplainedDocument } from '../../generator/render/policy-export.ts';

const catalog = openCatalog();

function policyOf(Sid: string, ...Resource: readonly string[]): ExplainedDocument {
  const action = 'sns:Publish';
  return {
    document: {
      Version: '2012-10-17',
      Statement: [{ Sid, Effect: 'Allow', Action: [action], Resource }],
    },
    explanations: [
      {
        sid: Sid,
        reasons: [{ action, because: 'sns Publish asked for it', confidence: 'derived' }],
        wildcards: [],
      },
    ],
  };
}

describe('findRecordedFaults', () => {
  it('is silent about a policy that IAM takes', () => {
    const policy = policyOf('A', 'arn:aws:sns:eu-west-1:123456789012:topic');
    expect(findRecordedFaults([policy, policy], catalog)).toEqual([]);
  });

  it('says what a call named that IAM refuses, with the recorded reason', () => {
    expect(
      findRecordedFaults([policyOf('A', 'arn:amazon:sns:eu-west-1:123456789012:t')], catalog),
    ).toEqual(['there is no partition `amazon`; recorded because sns Publish asked for it']);
  });

  it('says what the user gave that IAM refuses', () => {
    const policy = policyOf('A', '*');
    const statements = policy.document.Statement.map((one) => ({
      ...one,
      Action: ['dynamodb:GetItem'],
      Condition: {
        'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:usernam}'] },
        Null: { 'dynamodb:LeadingKeys': ['false'] },
      },
    }));
    const held = { ...policy, document: { ...policy.document, Statement: statements } };
    expect(findRecordedFaults([held], catalog)).toEqual([
      '`${aws:usernam}` is the variable of no condition key; given as a value of dynamodb:LeadingKeys',
    ]);
  });

  it('fails as leastgrant itself where no call can have asked for it', () => {
    expect(() => findRecordedFaults([policyOf('not a Sid', '*')], catalog)).toThrow(
      expect.objectContaining({
        code: 'E_INTERNAL',
        message: expect.stringContaining(
          'IAM would refuse the generated policy 1, Statement[0].Sid',
        ),
        hint: expect.stringContaining('the recording is kept'),
      }),
    );
  });
});
