import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { getObject, makeTestFolder, recordSession } from './recorded-session.ts';

const program = ['--import', 'tsx', join(import.meta.dirname, '..', '..', 'cli', 'main.ts')];

/** Runs the program, and returns besides what came of it how often Node was started with room, and without. */
async function run(cwd: string, ...args: readonly string[]) {
  const starts = join(cwd, 'starts');
  const probe = join(cwd, 'probe.cjs');
  await writeFile(
    probe,
    `if (require('node:worker_threads').isMainThread)
      require('node:fs').appendFileSync(${JSON.stringify(starts)}, process.execArgv.join(' ') + '\\n');`,
  );
  await writeFile(starts, '');
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require "${probe}"`,
    LEASTGRANT_DIR: `${cwd}/.leastgrant`,
    LEASTGRANT_DATA_DIR: `${cwd}/data`,
  };
  const child = spawn(process.execPath, [...program, ...args], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const lines = (await readFile(starts, 'utf8')).trim().split('\n');
  const withRoom = lines.filter((line) => line.includes('--max-semi-space-size')).length;
  return { stdout, code, starts: { withRoom, without: lines.length - withRoom } };
}

/** Makes a session's file as large as one of many calls, by a label. */
async function enlarge(cwd: string, session: string): Promise<void> {
  const path = join(cwd, '.leastgrant', 'sessions', `${session}.json`);
  const small = await readFile(path, 'utf8');
  await writeFile(path, small.replace('"labels":[]', `"labels":["${'x'.repeat(65 * 2 ** 20)}"]`));
}

describe('a command on sessions', { timeout: 60_000 }, () => {
  it('runs once more with room where they are large, with the same result', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a'), getObject('b')]);
    const small = await run(cwd, 'generate', '--scope', 'exact');
    expect(small).toMatchObject({ code: 0, starts: { withRoom: 0, without: 1 } });
    await enlarge(cwd, 'default');
    const large = await run(cwd, 'generate', '--scope', 'exact');
    expect(large).toEqual({ ...small, starts: { withRoom: 1, without: 1 } });
  });

  it('ends as it ends with room', async () => {
    const cwd = await makeTestFolder();
    await recordSession(cwd, 'default', [getObject('a')]);
    await enlarge(cwd, 'default');
    const policy = join(cwd, 'policy.json');
    await writeFile(policy, JSON.stringify({ Version: '2012-10-17', Statement: [] }));
    const { code, stdout, starts } = await run(cwd, 'verify', policy);
    expect(stdout).toContain('NOT ALLOWED');
    expect({ code, starts }).toEqual({ code: 1, starts: { withRoom: 1, without: 1 } });
  });
});
