import { describe, expect, it } from 'vitest';
import { parseConditionKinds } from '../../../iam/authorize/parse-condition-kinds.ts';

const keys = [
  ['iam:PassedToService', false],
  ['kms:ViaService', false],
  ['s3:prefix', true],
  ['s3:delimiter', true],
  ['aws:RequestTag/team', true],
] as const;

const chosen = (text: string) => {
  const choice = parseConditionKinds(text);
  return keys.filter(([key, isOffered]) => choice.isWritten(key, isOffered)).map(([key]) => key);
};

const example = "'+dynamodb:LeadingKeys=${aws:PrincipalTag/tenant}'";

describe('the kinds of conditions that are written', () => {
  it.each<[string, readonly string[]]>([
    ['default', ['iam:PassedToService', 'kms:ViaService']],
    ['all', keys.map(([key]) => key)],
    ['none', []],
    ['+s3:prefix', ['iam:PassedToService', 'kms:ViaService', 's3:prefix']],
    ['default,+s3:prefix', ['iam:PassedToService', 'kms:ViaService', 's3:prefix']],
    ['-kms:ViaService', ['iam:PassedToService']],
    ['s3:prefix', ['s3:prefix']],
    ['kms:viaservice, S3:Prefix', ['kms:ViaService', 's3:prefix']],
    ['none,+s3:*', ['s3:prefix', 's3:delimiter']],
    [
      'all,-s3:*,+s3:prefix',
      ['iam:PassedToService', 'kms:ViaService', 's3:prefix', 'aws:RequestTag/team'],
    ],
    ['aws:RequestTag/team', ['aws:RequestTag/team']],
    ['aws:RequestTag/*', ['aws:RequestTag/team']],
  ])('%s', (text, expected) => {
    expect(chosen(text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['s3:prefx', 'no condition kind is called `s3:prefx`', 'did you mean `s3:prefix`?'],
    ['defalt', 'no condition kind is called `defalt`', 'did you mean `default`?'],
    ['default,,', 'no condition kind is called ``', 'say `default`, `all`, `none`'],
    ['aws:RequestTag/', 'no condition kind is called `aws:RequestTag/`', 'did you mean'],
    ['+teleport:*', 'no condition kind is called `+teleport:*`', 'say `default`'],
    ['+s3:*=a', 'the values of `s3:*` are those of the recorded calls', 'say `+s3:*`'],
    ['+s3:prefix=home/', 'the values of `s3:prefix` are those of the recorded calls', 'say `+s3'],
    ['+dynamodb:*=a', 'the values of `dynamodb:*` are those of', 'of `dynamodb:LeadingKeys` alone'],
    ['+s3:prefx=a', 'no condition kind is called `+s3:prefx`', 'did you mean `s3:prefix`?'],
    ['+dynamodb:LeadingKeys', '`dynamodb:LeadingKeys` needs a value: its own are payload', example],
    ['dynamodb:leading*', '`dynamodb:LeadingKeys` needs a value', example],
    ['+dynamodb:LeadingKeys=', '`dynamodb:LeadingKeys` needs a value', example],
    ['+dynamodb:LeadingKeys= | ', '`dynamodb:LeadingKeys` needs a value', example],
    ['-dynamodb:LeadingKeys=a', 'gives a value of what it takes away', 'say `-dynamodb:Leading'],
    ['+dynamodb:LeadingKeys=a-${aws:username', 'empty or not closed', '`${aws:PrincipalTag/'],
    ['+dynamodb:LeadingKeys=${}', 'empty or not closed', '`${aws:PrincipalTag/tenant}`'],
    [
      '+dynamodb:LeadingKeys=\u0142',
      'that IAM takes in no policy',
      'write `?` or `*` in its place',
    ],
  ])('refuses %s', (text, message, hint) => {
    expect(() => parseConditionKinds(text)).toThrow(
      expect.objectContaining({
        code: 'E_USAGE',
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      }),
    );
  });
});

describe('values that are given', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['default', undefined],
    ['all,+dynamodb:*', undefined],
    ['+dynamodb:LeadingKeys=${aws:username}', ['${aws:username}']],
    ['DynamoDB:leadingkeys = b | a |b', ['a', 'b']],
    ['+dynamodb:LeadingKeys=b,+s3:prefix,+dynamodb:LeadingKeys=a', ['a', 'b']],
    [
      "+dynamodb:LeadingKeys=${aws:PrincipalTag/t, 'a|b'}|x=y",
      ["${aws:PrincipalTag/t, 'a|b'}", 'x=y'],
    ],
    ['+dynamodb:LeadingKeys=a,-dynamodb:*', undefined],
    ['+dynamodb:LeadingKeys=a,-dynamodb:LeadingKeys,+dynamodb:LeadingKeys=b', ['b']],
  ])('%s', (text, values) => {
    expect(parseConditionKinds(text).given.get('dynamodb:LeadingKeys')).toEqual(values);
  });

  it('are beside the kinds that are written', () => {
    const withDefault = ['iam:PassedToService', 'kms:ViaService'];
    expect(chosen('+dynamodb:LeadingKeys=${aws:username}')).toEqual(withDefault);
    expect(chosen('dynamodb:LeadingKeys=${aws:username}')).toEqual([]);
    expect(chosen("+dynamodb:LeadingKeys=${aws:username, 'x'},s3:prefix")).toContain('s3:prefix');
  });
});
