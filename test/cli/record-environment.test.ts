import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCallCounter } from '../../cli/call-tally.ts';
import { createEventCounter } from '../../cli/event-tally.ts';
import { recordEnvironment } from '../../cli/record-environment.ts';
import type { RecordingOptions } from '../../cli/recording.ts';
import type { EnvDialect } from '../../cli/render-env.ts';
import { makeTestFolder } from './recorded-session.ts';
import { createTestTerminal } from './test-terminal.ts';

async function recordIn(
  cwd: string,
  shell: EnvDialect,
  rest: { output?: string; quiet?: boolean },
) {
  const terminal = createTestTerminal(cwd);
  const log: string[] = [];
  const parts = {
    startRecording: async ({ session }: RecordingOptions) => ({
      env: {},
      variables: { HTTPS_PROXY: 'http://127.0.0.1:4000' },
      warnings: [],
      progress: createCallCounter().tally,
      abandon: async () => void log.push('abandon'),
      stop: async () => {
        log.push('stop');
        const [calls, events] = [createCallCounter().tally(), createEventCounter().tally()];
        return { session, distinctCalls: 0, calls, events, runsBeside: 0, bodiesCut: 0 };
      },
    }),
    waitForEnd: async () => {
      // Whoever waits has been given the environment by then.
      await Promise.resolve();
    },
  };
  const context = { terminal, keyPairs: undefined, exitWith: () => {} };
  await recordEnvironment({ shell, session: 'dev', ...rest }, context, parts);
  return { log, terminal };
}

describe('recordEnvironment', () => {
  it('prints the environment, closes stdout, and writes the session at the end', async () => {
    const { log, terminal } = await recordIn(await makeTestFolder(), 'sh', {});
    expect(terminal.result()).toBe(
      `export HTTPS_PROXY='http://127.0.0.1:4000'\nexport LEASTGRANT_PID='${process.pid}'\n`,
    );
    expect(terminal.isResultClosed()).toBe(true);
    expect(log).toEqual(['stop']);
    expect(terminal.talk()).toContain('recording into session `dev`');
    expect(terminal.talk()).toContain('no AWS call was seen');
  });

  it('appends to the environment file of a GitHub job', async () => {
    const cwd = await makeTestFolder();
    await writeFile(join(cwd, 'github.env'), 'EARLIER=1\n');
    const { terminal } = await recordIn(cwd, 'github', { output: 'github.env', quiet: true });
    expect(terminal.result() + terminal.talk()).toBe('');
    expect(await readFile(join(cwd, 'github.env'), 'utf8')).toMatch(
      /^EARLIER=1\nHTTPS_PROXY<<leastgrant\n/,
    );
  });

  it('replaces any other output file', async () => {
    const cwd = await makeTestFolder();
    await writeFile(join(cwd, 'env.fish'), 'old');
    await recordIn(cwd, 'fish', { output: 'env.fish' });
    expect(await readFile(join(cwd, 'env.fish'), 'utf8')).toMatch(/^set -gx HTTPS_PROXY /);
  });
});
