import { describe, expect, it } from 'vitest';
import { indexDenied } from '../../../generator/narrow/find-denied.ts';
import {
  type Generalisation,
  partBehind,
  reasonOf,
} from '../../../generator/narrow/generalisation.ts';
import { offerVariables } from '../../../generator/narrow/offer-variables.ts';

const base: Generalisation = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/*',
  rules: ['date'],
  recorded: 1,
  examples: ['arn:aws:s3:::b/2026-11-22'],
  denied: [],
};

describe('reasonOf', () => {
  it('says what the wildcard stands for and from what', () => {
    expect(reasonOf(base)).toBe(
      'stands for a date, from 1 recorded resource (`arn:aws:s3:::b/2026-11-22`)',
    );
  });

  it('names the variable that a value of a run came from', () => {
    const rules = ['variable GITHUB_RUN_NUMBER', "variable the host's name"] as const;
    expect(reasonOf({ ...base, rules })).toContain(
      "stands for the value of GITHUB_RUN_NUMBER and the host's name, from",
    );
  });

  it('counts, names the first and warns', () => {
    expect(
      reasonOf({
        ...base,
        rules: ['counter', 'date', 'uuid'],
        recorded: 12345,
        examples: ['a', 'b', 'c'],
        denied: ['d'],
      }),
    ).toBe(
      'stands for a counter, a date and a UUID, from 12,345 recorded resources (`a`, `b`, `c`, …); it matches `d`, which was denied',
    );
  });
});

describe('partBehind', () => {
  it.each([
    ['b/*.csv', 'b/2026.csv', '2026'],
    ['b/*/*/a', 'b/x/y/a', 'x/y'],
    ['s-??????', 's-AbCdEf', 'AbCdEf'],
    ['arn:aws:sqs:*:q', 'arn:aws:sqs:eu-west-1:q', 'eu-west-1'],
    ['b/a', 'b/a', 'b/a'],
  ])('of %s in %s is %s', (resource, example, part) => {
    expect(partBehind(resource, example)).toBe(part);
  });
});

describe('indexDenied', () => {
  it('finds what a pattern would allow of what was denied to the same action', () => {
    const denied = indexDenied([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/secret' },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::c/secret' },
      { action: 's3:PutObject', resource: 'arn:aws:s3:::b/other' },
    ]);
    expect(denied.matchedBy('s3:GetObject', 'arn:aws:s3:::b/*')).toEqual(['arn:aws:s3:::b/secret']);
    expect(denied.matchedBy('s3:GetObject', 'arn:aws:s3:::b/secret')).toEqual([]);
    expect(denied.matchedBy('s3:DeleteObject', 'arn:aws:s3:::b/*')).toEqual([]);
  });
});

describe('offerVariables', () => {
  it("offers a variable where a whole part is the caller's own", () => {
    const caller = { 'aws:username': 'jane', 'aws:PrincipalAccount': '123456789012' };
    const resources = [
      'arn:aws:s3:::home/jane/*',
      'arn:aws:s3:::home/janet/*',
      'arn:aws:sqs:eu-west-1:123456789012:q',
      'arn:aws:s3:::trail/AWSLogs/123456789012/x',
      '*',
    ];
    expect(offerVariables(resources, caller).map(({ pattern }) => pattern)).toEqual([
      'arn:aws:s3:::home/${aws:username}/*',
      'arn:aws:s3:::trail/AWSLogs/${aws:PrincipalAccount}/x',
    ]);
  });
});
