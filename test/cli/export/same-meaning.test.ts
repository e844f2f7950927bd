import { describe, expect, it } from 'vitest';
import { meanTheSame } from '../../../cli/export/same-meaning.ts';

const statement = {
  Sid: 'A',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: ['arn:aws:s3:::b/*'],
  Condition: { StringLike: { 's3:prefix': ['a', 'b'], 'aws:username': ['x'] } },
};

function policy(changes: object = {}): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...changes }] });
}

describe('meanTheSame', () => {
  it.each([
    [{ Action: ['s3:PutObject', 's3:GetObject'] }],
    [{ Resource: 'arn:aws:s3:::b/*' }],
    [{ Condition: { StringLike: { 'aws:username': 'x', 's3:prefix': ['b', 'a', 'b'] } } }],
  ])('takes a policy with %j for the same', (changes) => {
    expect(meanTheSame('json', policy(), policy(changes))).toBe(true);
  });

  it.each([
    [{ Action: ['s3:PutObject'] }],
    [{ Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::c'] }],
    [{ Sid: 'B' }],
    [{ Effect: 'Deny' }],
    [{ Condition: { StringLike: { 's3:prefix': ['a'], 'aws:username': ['x'] } } }],
    [{ Condition: { StringEquals: statement.Condition.StringLike } }],
    [{ NotAction: 'a:b' }],
  ])('takes a policy with %j for another', (changes) => {
    expect(meanTheSame('json', policy(), policy(changes))).toBe(false);
  });

  it('trusts no text in which a key stands twice, and none that cannot be read', () => {
    const twice = policy().replace('"Sid":', '"Effect":"Deny","Sid":');
    expect(meanTheSame('json', twice, twice)).toBe(false);
    expect(meanTheSame('json', `<<<<<<< ours\n${policy()}`, policy())).toBe(false);
  });

  it('keeps the order of what is no set, and tells references from texts', () => {
    const join = (parts: string[]) => JSON.stringify({ 'Fn::Join': ['', parts] });
    expect(meanTheSame('cloudformation-json', join(['a', 'b']), join(['b', 'a']))).toBe(false);
    expect(
      meanTheSame('sam', "Policies: [!Sub '${AWS::Region}']", "Policies: ['${AWS::Region}']"),
    ).toBe(false);
  });

  it('compares other formats by their lines', () => {
    expect(meanTheSame('terraform', 'a\r\nb\r\n', 'a\nb')).toBe(true);
    expect(meanTheSame('terraform', 'a\n b\n', 'a\nb\n')).toBe(false);
  });
});
