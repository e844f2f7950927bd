import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInterceptedHosts } from '../../../proxy/environment/intercepted-hosts.ts';
import { mergeNoProxy } from '../../../proxy/environment/no-proxy.ts';

/** What is left of `NO_PROXY=list` beside the addresses that are always there. */
function kept(list: string, intercept: readonly string[] = []): readonly string[] {
  const always = merge('', intercept).value.split(',');
  return merge(list, intercept)
    .value.split(',')
    .filter((entry) => !always.includes(entry));
}

function merge(list: string, intercept: readonly string[] = []) {
  return mergeNoProxy({ NO_PROXY: list }, parseInterceptedHosts(intercept).named, []);
}

describe('NO_PROXY of a program', () => {
  it.each([
    'intra.test',
    '.corp.test',
    '10.0.0.0/8',
    'host:8080',
    '10.1.2.3',
    'fd00::/8',
    'myaws.com',
  ])('keeps `%s` of the user', (entry) => {
    expect(kept(entry)).toEqual([entry]);
    expect(merge(entry).warnings).toEqual([]);
  });

  it.each([
    '*',
    'amazonaws.com',
    '.amazonaws.com',
    '*.amazonaws.com',
    'AmazonAWS.com',
    'com',
    '.com',
    '.eu-west-1.amazonaws.com',
    's3.eu-west-1.amazonaws.com',
    's3.amazonaws.com:443',
    '.api.aws',
    'amazonaws.com.cn',
  ])('is without `%s`, which would hide calls to AWS, and says so', (entry) => {
    expect(kept(entry)).toEqual([]);
    expect(merge(entry).warnings).toEqual([
      `\`${entry}\` in NO_PROXY would hide intercepted calls: the program runs without it`,
    ]);
  });

  it.each([
    ['localhost', 'localhost:4566'],
    ['localhost:4566', 'localhost:4566'],
    ['localhost:4566', 'localhost'],
    ['127.0.0.1', '127.0.0.1:4566'],
    ['127.0.0.0/8', '127.0.0.1:4566'],
    ['10.0.0.0/8', '10.1.2.3'],
    ['fd00::/8', '[fd00::7]:4566'],
    ['[fd00::7]', 'fd00::7'],
    ['.test', 'minio.test:9000'],
    ['minio.test', 'minio.test:9000'],
  ])('is without `%s` where `%s` is intercepted', (entry, host) => {
    expect(merge(entry, [host]).value.split(',')).not.toContain(entry);
    expect(merge(entry, [host]).warnings).toHaveLength(1);
  });

  it.each([
    ['localhost:3000', 'localhost:4566'],
    ['127.0.0.1', 'localhost:4566'],
    ['10.0.0.0/8', 'minio.test'],
    ['10.0.0.0/8', 'fd00::7'],
    ['x.minio.test', 'minio.test'],
    ['10.0.0.0/99', '10.0.0.1'],
  ])('keeps `%s` where `%s` is intercepted', (entry, host) => {
    expect(merge(entry, [host]).value.split(',')).toContain(entry);
    expect(merge(entry, [host]).warnings).toEqual([]);
  });

  it('leaves out an address of its own without a warning', () => {
    const { value, warnings } = merge('', ['localhost:4566']);
    expect(value.split(',')).not.toContain('localhost');
    expect(value.split(',')).toContain('127.0.0.1');
    expect(warnings).toEqual([]);
  });

  it('takes both spellings of the variable, with commas and spaces', () => {
    const env = { NO_PROXY: 'a.test, b.test', no_proxy: 'b.test c.test,,' };
    expect(mergeNoProxy(env, [], []).value).toMatch(/^a\.test,b\.test,c\.test,localhost,/);
  });

  it('always has the addresses that hand out credentials, each once', () => {
    const entry = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.constantFrom('*', '169.254.169.254', 'localhost', '.amazonaws.com', ''),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const list = merge(entries.join(',')).value.split(',');
        expect(new Set(list).size).toBe(list.length);
        expect(list).toEqual(expect.arrayContaining(['169.254.169.254', '169.254.170.2']));
        expect(list).not.toContain('*');
      }),
    );
  });
});
