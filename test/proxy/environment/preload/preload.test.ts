import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preloadPath } from '../../../../proxy/environment/preload-path.ts';
import { type CaptureProxy, startCaptureProxy } from '../support/capture-proxy.ts';
import { runProgram } from '../support/run-program.ts';

let proxy: CaptureProxy;
beforeAll(async () => {
  proxy = await startCaptureProxy();
});
afterAll(() => proxy.close());

const modules = `process.moduleLoadList.filter((name) => /^NativeModule (tls|https?|http2|crypto)$|undici/.test(name))`;

describe('the preload', () => {
  it('loads no part of Node that the program does not use', async () => {
    const bare = spawnSync(process.execPath, ['-p', modules], { encoding: 'utf8' });
    const { stdout } = await runProgram({ proxy, args: ['-p', modules] });
    expect(stdout).toBe(bare.stdout);
  });

  it('leaves fetch unloaded where the user named a host', async () => {
    const { stdout } = await runProgram({ proxy, args: ['-p', modules], intercept: ['a.test'] });
    expect(stdout).not.toMatch(/undici|tls/);
  });

  it.each([
    ['no leastgrant', {}],
    ['a proxy that is no URL', { LEASTGRANT_PROXY: 'nowhere', LEASTGRANT_INTERCEPT: '.a' }],
  ])('does nothing with %s', (_, env) => {
    const program = spawnSync(process.execPath, ['--require', preloadPath, '-p', '1 + 1'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    });
    expect(program).toMatchObject({ stdout: '2\n', stderr: '', status: 0 });
  });

  it('tells why it is off where LEASTGRANT_DEBUG is set', () => {
    const { stderr } = spawnSync(process.execPath, ['--require', preloadPath, '-e', '0'], {
      encoding: 'utf8',
      env: { LEASTGRANT_PROXY: 'nowhere', LEASTGRANT_INTERCEPT: '.a', LEASTGRANT_DEBUG: '1' },
    });
    expect(stderr).toMatch(/^leastgrant: the preload is off: .*Invalid URL\n$/);
  });

  it('works once where it is loaded twice', async () => {
    const { stdout } = await runProgram({
      proxy,
      args: [
        '-p',
        `const { _normalizeArgs } = require('node:net');
         delete require.cache[${JSON.stringify(preloadPath)}];
         require(${JSON.stringify(preloadPath)});
         require('node:net')._normalizeArgs === _normalizeArgs`,
      ],
    });
    expect(stdout).toBe('true\n');
  });

  it('bears frozen intrinsics', async () => {
    const { stdout, stderr } = await runProgram({
      proxy,
      args: [
        '--frozen-intrinsics',
        '--no-warnings',
        '-e',
        `require('node:https').get('https://s3.amazonaws.com/frozen', (r) => r.resume().on('end', () => console.log('ok')))`,
      ],
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'ok\n', stderr: '' });
    expect(proxy.requests.at(-1)).toMatchObject({ path: '/frozen' });
  });
});
