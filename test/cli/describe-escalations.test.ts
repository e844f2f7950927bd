import { describe, expect, it } from 'vitest';
import { describeEscalations } from '../../cli/describe-escalations.ts';
import { generatePolicy } from '../../generator/generate-policy.ts';
import type { Permission } from '../../iam/permission.ts';
import { permission } from '../generator/permission-cases.ts';

function linesFor(...permissions: readonly Permission[]) {
  const { document, explanations } = generatePolicy(permissions);
  return describeEscalations(document === null ? [] : [{ document, explanations }]);
}

describe('describeEscalations', () => {
  it('says nothing of policies that lead nowhere', () => {
    expect(linesFor()).toEqual([]);
    expect(linesFor(permission('s3:GetObject', '*'))).toEqual([]);
  });

  it('names the path, how far it reaches, and why the recording has it', () => {
    expect(
      linesFor(
        permission('lambda:UpdateFunctionCode', 'arn:aws:lambda:eu-west-1:123456789012:function:f'),
      ),
    ).toEqual([
      '  note: lambda:UpdateFunctionCode can be used to run code as an existing function; recorded because the operation asks for lambda:UpdateFunctionCode',
    ]);
    expect(linesFor(permission('iam:PassRole', '*'), permission('ec2:RunInstances', '*'))).toEqual([
      expect.stringMatching(
        /^ {2}warning: iam:PassRole with ec2:RunInstances .*; recorded because the operation asks for ec2:RunInstances$/,
      ),
      expect.stringMatching(
        /^ {2}warning: any role of the account .*; recorded because the operation asks for iam:PassRole$/,
      ),
    ]);
  });
});
