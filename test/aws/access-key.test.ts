import { describe, expect, it } from 'vitest';
import { accountOfAccessKey, maskAccessKey } from '../../aws/access-key.ts';

describe('account of an access key id', () => {
  it.each([
    ['a key that holds its account', 'ASIAY34FZKBOKMUTVV7A', '609629065308'],
    ['a long-term key that holds its account', 'AKIAY34FZKBOKMUTVV7A', '609629065308'],
    ['a key of the old format', 'AKIAIOSFODNN7EXAMPLE', null],
    ['a twelve-digit key, as for LocalStack', '000000000042', '000000000042'],
    ['a test key', 'test', null],
    ['a five-character key', 'ABCDE', null],
    ['an empty key', '', null],
    ['a key in lower case', 'asiay34fzkbokmutvv7a', null],
  ])('%s', (_name, key, account) => {
    expect(accountOfAccessKey(key)).toBe(account);
  });
});

describe('a masked access key id', () => {
  it.each([
    ['ASIAY34FZKBOKMUTVV7A', 'ASIA…VV7A'],
    ['test', 't…t'],
    ['', '…'],
  ])('%s is shown as %s', (key, masked) => {
    expect(maskAccessKey(key)).toBe(masked);
  });
});
