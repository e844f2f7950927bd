import { describe, expect, it } from 'vitest';
import {
  collectRunValues,
  processValue,
  type RunFacts,
} from '../../../cli/run-values/collect-run-values.ts';

function collected(env: RunFacts['env'], facts: Partial<RunFacts> = {}) {
  const all = { env, hostName: 'localhost', branch: undefined, named: [], ...facts };
  const { values, warnings } = collectRunValues(all);
  return { values: values.map(({ source, value }) => `${source}=${value}`), warnings };
}

describe('collectRunValues', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'a pull request on GitHub',
      {
        GITHUB_RUN_ID: '19876543210',
        GITHUB_RUN_NUMBER: '4711',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_HEAD_REF: 'feature/add-login',
        GITHUB_REF_NAME: '347/merge',
        GITHUB_REF: 'refs/pull/347/merge',
        GITHUB_TOKEN: 'ghs_1234567890abcdef',
      },
      [
        'GITHUB_RUN_ID=19876543210-1',
        'GITHUB_RUN_ID=19876543210',
        'GITHUB_RUN_NUMBER=4711-1',
        'GITHUB_RUN_NUMBER=4711',
        'GITHUB_HEAD_REF=feature/add-login',
        'GITHUB_REF_NAME=347',
      ],
    ],
    [
      'a push to main',
      { GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'main', GITHUB_REF: 'refs/heads/main' },
      [],
    ],
    ['a tag', { GITHUB_REF: 'refs/tags/v1.2.3' }, ['GITHUB_REF=v1.2.3']],
    [
      'a branch on GitLab, and its slug',
      { CI_COMMIT_REF_NAME: 'fix/SHOP-1238-cart', CI_COMMIT_REF_SLUG: 'fix-shop-1238-cart' },
      [
        'CI_COMMIT_REF_NAME=fix/SHOP-1238-cart',
        'CI_COMMIT_REF_NAME=SHOP-1238-cart',
        'CI_COMMIT_REF_SLUG=fix-shop-1238-cart',
      ],
    ],
    [
      'the environment of a review, and no other',
      { CI_ENVIRONMENT_SLUG: 'review-feature-ad-9x2k1m' },
      ['CI_ENVIRONMENT_SLUG=review-feature-ad-9x2k1m'],
    ],
    ['an environment that stays', { CI_ENVIRONMENT_SLUG: 'customer-acme-berlin' }, []],
    [
      'a branch on Jenkins with its remote',
      { GIT_BRANCH: 'origin/feature/add-login', BUILD_NUMBER: '153' },
      ['BUILD_NUMBER=153', 'GIT_BRANCH=feature/add-login'],
    ],
    [
      'a pull request on CircleCI',
      { CIRCLE_PULL_REQUEST: 'https://github.com/acme/shop/pull/347' },
      ['CIRCLE_PULL_REQUEST=347'],
    ],
    ['no pull request on Buildkite', { BUILDKITE_PULL_REQUEST: 'false' }, []],
    [
      'a pull request on CodeBuild',
      { CODEBUILD_WEBHOOK_TRIGGER: 'pr/347' },
      ['CODEBUILD_WEBHOOK_TRIGGER=347'],
    ],
    [
      'a branch on CodeBuild',
      { CODEBUILD_WEBHOOK_TRIGGER: 'branch/fix-the-cart' },
      ['CODEBUILD_WEBHOOK_TRIGGER=fix-the-cart'],
    ],
    ['the number of a first build', { BUILD_NUMBER: '7' }, []],
    [
      'other variables',
      { STACK_ID: 'bravelynx', USER: 'jane', AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' },
      [],
    ],
  ])('knows %s', (_what, env, values) => {
    expect(collected(env)).toEqual({ values, warnings: [] });
  });

  it('knows the host by the first part of its name, and the branch of the checkout', () => {
    const facts = { hostName: 'janes-macbook-pro.local', branch: 'feature/add-login' };
    expect(collected({}, facts).values).toEqual([
      "the host's name=janes-macbook-pro",
      "the checkout's branch=feature/add-login",
    ]);
  });

  it('takes variables that the user names as they are, and says which say nothing', () => {
    const env = { STACK_ID: 'bravelynx', STAGE: 'dev', SLOT: 'b' };
    const named = ['STACK_ID', 'STAGE', 'SLOT', 'MISSING'];
    expect(collected(env, { named })).toEqual({
      values: ['STACK_ID=bravelynx', 'STAGE=dev'],
      warnings: [
        'the value of `SLOT` is too short to be told from other parts of names',
        '`MISSING` is not set',
      ],
    });
  });

  it('has each value once, by the first variable that holds it', () => {
    const env = { CI_COMMIT_REF_SLUG: 'fix-the-cart', CI_COMMIT_REF_NAME: 'Fix-The-Cart' };
    expect(collected(env).values).toEqual(['CI_COMMIT_REF_NAME=Fix-The-Cart']);
  });
});

describe('processValue', () => {
  it('knows process ids that are no years and long enough', () => {
    expect([7, 347, 2026, 8080, 4711].map((pid) => processValue(pid)?.value)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '4711',
    ]);
  });
});
