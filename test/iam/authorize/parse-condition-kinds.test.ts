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
  const isChosen = parseConditionKinds(text);
  return keys.filter(([key, isOffered]) => isChosen(key, isOffered)).map(([key]) => key);
};

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
    ['+dynamodb:LeadingKeys', 'the values of keys are payload, which is never recorded', 'by hand'],
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
