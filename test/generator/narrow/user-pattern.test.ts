import { describe, expect, it } from 'vitest';
import { parseUserPattern } from '../../../generator/narrow/user-pattern.ts';

describe('parseUserPattern', () => {
  it.each([
    ['arn:aws:s3:::b/${user}/*', 'arn:aws:s3:::b/*/*'],
    ['arn:aws:s3:::b/${*}/${?}/${$}{x}', 'arn:aws:s3:::b/${*}/${?}/${$}{x}'],
    ['arn:aws:s3:::b/${aws:username}/?', 'arn:aws:s3:::b/${aws:username}/?'],
  ])('writes %s as %s', (text, resource) => {
    expect(parseUserPattern(text, { 'aws:username': 'jane' }).resource).toBe(resource);
  });

  it.each<[string, string, boolean]>([
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a/b', true],
    ['arn:aws:s3:::b/${part}', 'arn:aws:s3:::b/a', true],
    ['arn:aws:s3:::b/${part}', 'arn:aws:s3:::b/a/b', false],
    ['arn:aws:s3:::b/a.c', 'arn:aws:s3:::b/abc', false],
    ['arn:aws:s3:::b/?', 'arn:aws:s3:::b/😀', true],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/${*}', true],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x', false],
    ['arn:aws:sqs:*:1:q', 'arn:aws:sqs:eu-west-1:1:q', true],
    ['arn:aws:s3:::b/${AWS:UserName}', 'arn:aws:s3:::b/jane', true],
    ['arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/john', false],
  ])('%s matches %s: %s', (text, resource, expected) => {
    expect(parseUserPattern(text, { 'aws:username': 'jane' }).matches(resource)).toBe(expected);
  });

  it.each(['*', 's3:::b/*', 'arn:aws:sqs:*:q', 'arn:aws:s3:::'])('refuses %s', (text) => {
    expect(() => parseUserPattern(text, {})).toThrow(
      expect.objectContaining({ code: 'E_USAGE', message: `the pattern \`${text}\` is no ARN` }),
    );
  });

  it('refuses a policy variable of which nobody said the value', () => {
    expect(() => parseUserPattern('arn:aws:s3:::b/${aws:userid}', {})).toThrow(
      expect.objectContaining({ code: 'E_USAGE', hint: 'add `--caller aws:userid=VALUE`' }),
    );
  });
});
