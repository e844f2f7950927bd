import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { getObject, makeTestFolder, notesOfRead, recordSession } from './recorded-session.ts';

const program = ['--import', 'tsx', join(import.meta.dirname, '..', '..', 'cli', 'main.ts')];

function start(cwd: string, ...args: readonly string[]) {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    LEASTGRANT_DIR: `${cwd}/.leastgrant`,
    LEASTGRANT_DATA_DIR: `${cwd}/data`,
  };
  // The loader is found from the checkout, the sessions by LEASTGRANT_DIR.
  const child = spawn(process.execPath, [...program, ...args], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

describe('the program', () => {
  it('ends with its exit code, the result on stdout, talk on stderr', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    const child = start(cwd, 'generate');
    const [result, talk, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(result)).toMatchObject({ Version: '2012-10-17' });
    expect(talk).toBe(['leastgrant: a policy of 1 statement', ...notesOfRead, ''].join('\n'));
  });

  it('ends with 2 for wrong use', async () => {
    const child = start(await makeTestFolder(), 'generate', 'nobody');
    const [result, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect([result, code]).toEqual(['', 2]);
  });

  it('ends quietly when the reader of its result has gone', async () => {
    const cwd = await makeTestFolder();
    // More than a pipe holds, so that the end of the reader is noticed.
    const calls = Array.from({ length: 3000 }, (_, at) => getObject(`${at}-${'k'.repeat(200)}`));
    await recordSession(cwd, 'default', calls);
    const child = start(cwd, 'calls', '--format', 'ndjson');
    child.stdout.once('data', () => child.stdout.destroy());
    const [talk, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([talk, code]).toEqual(['', 0]);
  });

  it.runIf(process.platform !== 'win32').each<[string, (child: ReturnType<typeof start>) => void]>([
    ['a signal', (child) => child.kill('SIGTERM')],
    ['the end of the pipe on its input', (child) => child.stdin.end()],
  ])(
    'env: gives a shell that waits for it the environment, records until %s, writes the session',
    async (_name, end) => {
      const cwd = await makeTestFolder();
      const child = start(cwd, 'env', '--session', 'dev');
      // The end of stdout comes while the recorder is still running: else this would wait for ever.
      const exports = await text(child.stdout);
      expect(exports).toMatch(/^export HTTPS_PROXY='http:\/\/127\.0\.0\.1:\d+'$/m);
      expect(exports).toContain(`export LEASTGRANT_PID='${child.pid}'\n`);
      end(child);
      const [talk, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
      expect(code).toBe(0);
      expect(talk).toContain('no AWS call was seen; session `dev`');
      const list = start(cwd, 'sessions', 'list', '--format', 'json');
      expect(JSON.parse(await text(list.stdout))).toMatchObject([{ name: 'dev', runs: 1 }]);
    },
  );

  it('run: the policy comes after the output of the command, whose exit code is kept', async () => {
    const cwd = await makeTestFolder();
    const script = 'console.log("its own output"); process.exitCode = 7';
    const child = start(cwd, 'run', '--quiet', '--', process.execPath, '-e', script);
    const [result, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect(code).toBe(7);
    const [first, ...policy] = result.split('\n');
    expect(first).toBe('its own output');
    expect(JSON.parse(policy.join('\n'))).toMatchObject({ Version: '2012-10-17' });
  });
});
