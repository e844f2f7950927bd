import { describe, expect, it } from 'vitest';
import { hasWildcard, indexPatterns } from '../../generator/covering-patterns.ts';

function covers(patterns: readonly string[], resource: string): boolean | undefined {
  return indexPatterns(patterns)?.covers(resource);
}

describe('indexPatterns', () => {
  it('is nothing where no resource holds a wildcard', () => {
    expect(indexPatterns(['arn:aws:s3:::b/1', `arn:aws:s3:::b/\${*}`])).toBeUndefined();
  });

  it.each([
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a/b'],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/'],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a*'],
    ['arn:aws:s3:::b/*', `arn:aws:s3:::b/\${aws:username}`],
    ['arn:aws:s3:::b/?', `arn:aws:s3:::b/\${*}`],
    ['arn:aws:s3:::b/?', 'arn:aws:s3:::b/😀'],
    ['arn:aws:s3:::b/*.txt', 'arn:aws:s3:::b/a.txt.txt'],
    [`arn:aws:s3:::\${aws:username}/*`, `arn:aws:s3:::\${aws:username}/a`],
    ['arn:aws:sqs:*:1:q', 'arn:aws:sqs:eu-west-1:1:q'],
    ['arn:aws:logs:eu-west-1:1:log-group:*', 'arn:aws:logs:eu-west-1:1:log-group:g:*'],
    ['*', 'arn:aws:s3:::b'],
  ])('%s covers %s', (pattern, resource) => {
    expect(covers([pattern], resource)).toBe(true);
  });

  it.each([
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b'],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::*'],
    ['arn:aws:s3:::b/a?', 'arn:aws:s3:::b/a*'],
    ['arn:aws:s3:::b/?', `arn:aws:s3:::b/\${aws:username}`],
    ['arn:aws:s3:::*/a', 'arn:aws:s3:::b/ab'],
    ['arn:aws:sqs:*:q', 'arn:aws:sqs:eu-west-1:1:q'],
    ['*', '*'],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/*'],
  ])('%s does not cover %s', (pattern, resource) => {
    expect(covers([pattern], resource)).toBe(false);
  });

  it('finds the pattern among many', () => {
    const patterns = Array.from({ length: 1000 }, (_, at) => `arn:aws:s3:::b${at}/*`);
    expect(covers(patterns, 'arn:aws:s3:::b734/key')).toBe(true);
    expect(covers(patterns, 'arn:aws:s3:::b1734/key')).toBe(false);
  });
});

describe('hasWildcard', () => {
  it(`takes \${*} and \${?} for the characters themselves`, () => {
    expect(hasWildcard(`arn:aws:s3:::b/\${*}\${?}`)).toBe(false);
    expect(hasWildcard(`arn:aws:s3:::b/\${*}?`)).toBe(true);
  });
});
