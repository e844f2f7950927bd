import { describe, expect, it } from 'vitest';
import { php } from '../../../proxy/environment/php.ts';

const files = {
  bundle: '/run/bundle.pem',
  extraCertificates: '/run/extra.pem',
  authority: '/run/ca.pem',
  javaTrustStore: '/run/truststore.p12',
  phpIniFolder: '/run',
  preload: '/lib/preload.cjs',
};

describe('the folders of configuration of PHP', () => {
  it.each([
    ["PHP's own first", {}, ':/run'],
    ["the user's first", { PHP_INI_SCAN_DIR: '/etc/app:/etc/more' }, '/etc/app:/etc/more:/run'],
    ["PHP's own where the user names it", { PHP_INI_SCAN_DIR: ':/etc/app' }, ':/etc/app:/run'],
    ['no other where the user wants none', { PHP_INI_SCAN_DIR: '' }, '/run'],
  ])('are %s', (_name, userEnv, folders) => {
    expect(php({ userEnv, files, platform: 'linux' })).toEqual({ PHP_INI_SCAN_DIR: folders });
  });

  it('are separated as the system does', () => {
    const userEnv = { PHP_INI_SCAN_DIR: 'C:\\php' };
    const windows = { ...files, phpIniFolder: 'C:\\run' };
    expect(php({ userEnv, files: windows, platform: 'win32' })).toEqual({
      PHP_INI_SCAN_DIR: 'C:\\php;C:\\run',
    });
  });

  it('stay as they are where ours cannot be named in a list', () => {
    expect(
      php({ userEnv: {}, files: { ...files, phpIniFolder: '/a:b' }, platform: 'linux' }),
    ).toEqual({});
  });
});
