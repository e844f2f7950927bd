import { describe, expect, it } from 'vitest';
import { countsAsRunValue } from '../../../generator/narrow/run-value.ts';

describe('countsAsRunValue', () => {
  it.each([
    'feature/login',
    'feature/add-dark-mode',
    'fix/cart-totals',
    'anna/retries',
    'PROJ-1238',
    'proj-1238-add-login',
    '1238-add-login',
    'add-login-page',
    'dependabot/npm_and_yarn/axios-1.7.4',
    'claude/fix-cart-9Xk2P',
    'PR-345',
    'v1.2.3',
    '1.20.0-rc.1',
    '20261122.4',
    '4711',
    '347',
    '19216801234',
    '4711-2',
    'jenkins-shop-deploy-153',
    'annas-macbook-pro',
    'fv-az1112-345',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  ])('takes %s for a value of its run', (value) => {
    expect(countsAsRunValue(value)).toBe(true);
  });

  it.each([
    '',
    'main',
    'develop',
    'release/next',
    'origin/main',
    'feature/test',
    'orders',
    'orders-api',
    'login-page',
    'prod',
    'prod-eu',
    'fix/prod-login',
    'staging/2',
    'deploy-staging-env',
    'shop-dev-uploads',
    'fix/test-login',
    'eu-west-1',
    'feature/us-east-1',
    'v2',
    'v1.2',
    'release/1.2',
    '7',
    '42',
    '404',
    '8080',
    '1024',
    '2026',
    '000',
    '123456789012',
    'false',
    'web-01',
    'localhost',
    'build-agent',
    'oauth2-proxy',
    'a-b',
    '---',
  ])('does not take `%s` for one', (value) => {
    expect(countsAsRunValue(value)).toBe(false);
  });
});
