import { describe, expect, it } from 'vitest';
import { runVariableName } from '../../../cli/run-values/run-variable-name.ts';

describe('runVariableName', () => {
  it.each([
    'STACK_ID',
    'USER',
    'stage',
    '_RUN',
    'AUTHOR',
    'MONKEY',
    'PATH_PREFIX',
    'AWS_REGION',
    'PASSENGER_ID',
  ])('takes %s', (name) => {
    expect(runVariableName.test(name)).toBe(true);
  });

  it.each([
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'aws_session_token',
    'GITHUB_TOKEN',
    'DB_PASSWORD',
    'db_passwd',
    'STRIPE_KEY',
    'KEY_ID',
    'ApiKey',
    'BASIC_AUTH',
    'NPM_PAT',
    'CLIENT_SECRET',
    'SENTRY_DSN',
    'STACK-ID',
    'A=B',
    '1ST',
    '',
  ])('refuses `%s`', (name) => {
    expect(runVariableName.test(name)).toBe(false);
  });
});
