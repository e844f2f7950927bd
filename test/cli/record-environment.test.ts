import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCallCounter } from '../../cli/call-tally.ts';
import { createEventCounter } from '../../cli/event-tally.ts';
import { formatPrevious } from '../../cli/previous-environment.ts';
import { recordEnvironment, restoreEnvironment } from '../../cli/record-environment.ts';
import type { RecordingOptions } from '../../cli/recording.ts';
import type { EnvDialect } from '../../cli/render-env.ts';
import { LeastgrantError } from '../../errors.ts';
import { makeTestFolder } from './recorded-session.ts';
import { createTestTerminal } from './test-terminal.ts';

async function recordIn(
  cwd: string,
  shell: EnvDialect,
  rest: { output?: string; quiet?: boolean },
  failure?: { error: LeastgrantError; isKept: boolean },
) {
  const terminal = createTestTerminal(cwd);
  const log: string[] = [];
  const parts = {
    startRecording: async ({ session }: RecordingOptions) => ({
      env: {},
      variables: { HTTPS_PROXY: 'http://127.0.0.1:4000' },
      warnings: [],
      progress: createCallCounter().tally,
      noteProcess: () => {},
      isKept: () => failure?.isKept ?? true,
      abandon: async () => void log.push('abandon'),
      stop: async () => {
        log.push('stop');
        if (failure !== undefined) throw failure.error;
        const [calls, events] = [createCallCounter().tally(), createEventCounter().tally()];
        return {
          session,
          distinctCalls: 0,
          calls,
          events,
          runsBeside: 0,
          callsLost: 0,
          bodiesCut: 0,
        };
      },
    }),
    waitForEnd: async () => {
      // Whoever waits has been given the environment by then.
      await Promise.resolve();
    },
  };
  let exitCode = 0;
  const exitWith = (code: number) => {
    exitCode = code;
  };
  const context = { terminal, keyPairs: undefined, exitWith };
  await recordEnvironment({ shell, session: 'dev', ...rest }, context, parts);
  return { log, terminal, exitCode };
}

describe('recordEnvironment', () => {
  it('prints the environment, closes stdout, and writes the session at the end', async () => {
    const { log, terminal } = await recordIn(await makeTestFolder(), 'sh', {});
    expect(terminal.result()).toMatch(
      new RegExp(
        `^export HTTPS_PROXY='http://127.0.0.1:4000'\nexport LEASTGRANT_PID='${process.pid}'\nexport LEASTGRANT_PREVIOUS='[\\w+/=]+'\n$`,
      ),
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

  it('says that calls are lost where neither session nor journal took them', async () => {
    const error = new LeastgrantError('E_INTERNAL', 'the disk is full');
    const cwd = await makeTestFolder();
    const { terminal, exitCode } = await recordIn(cwd, 'sh', {}, { error, isKept: false });
    expect(exitCode).toBe(3);
    expect(terminal.talk()).toContain('the disk is full (E_INTERNAL)');
    expect(terminal.talk()).toContain('calls of this recording are lost');
  });

  it('replaces any other output file', async () => {
    const cwd = await makeTestFolder();
    await writeFile(join(cwd, 'env.fish'), 'old');
    await recordIn(cwd, 'fish', { output: 'env.fish' });
    const text = await readFile(join(cwd, 'env.fish'), 'utf8');
    expect(text).toMatch(/^set -gx HTTPS_PROXY /);
    expect(text).not.toContain('LEASTGRANT_PREVIOUS');
  });
});

describe('restoreEnvironment', () => {
  const before = { HTTPS_PROXY: "http://jane:it's@proxy.example.test:3128", OTHER: 'stays' };

  async function restore(env: Readonly<Record<string, string>>, shell: EnvDialect) {
    const terminal = createTestTerminal('/', { env });
    await restoreEnvironment({ shell }, { terminal, keyPairs: undefined, exitWith: () => {} });
    return terminal.result();
  }

  it.runIf(process.platform !== 'win32')(
    'puts a shell back to what it was, with values that were there and without those that were not',
    async () => {
      const cwd = await makeTestFolder();
      const variables = { HTTPS_PROXY: 'http://127.0.0.1:4000', AWS_CA_BUNDLE: '/tmp/ca.pem' };
      const names = Object.keys(variables);
      const previous = formatPrevious(before, names);
      expect(previous).not.toContain('jane');
      const recorded = { ...before, ...variables, LEASTGRANT_PREVIOUS: previous };
      await writeFile(join(cwd, 'restore.sh'), await restore(recorded, 'sh'));
      const print = 'process.stdout.write(JSON.stringify(process.env))';
      const script = `. ./restore.sh && exec "$0" -e '${print}'`;
      const text = execFileSync('sh', ['-c', script, process.execPath], {
        cwd,
        env: recorded,
        encoding: 'utf8',
      });
      const restored = JSON.parse(text);
      expect(restored).toMatchObject(before);
      expect(Object.keys(restored)).not.toContain('AWS_CA_BUNDLE');
      expect(Object.keys(restored)).not.toContain('LEASTGRANT_PREVIOUS');
    },
  );

  it('writes the syntax of the shell', async () => {
    const env = { LEASTGRANT_PREVIOUS: formatPrevious({ A: '1' }, ['A', 'B']) };
    expect(await restore(env, 'fish')).toBe(
      "set -gx A '1'\nset -e B\nset -e LEASTGRANT_PREVIOUS\n",
    );
    expect(await restore(env, 'powershell')).toContain(
      '\nRemove-Item Env:B -ErrorAction SilentlyContinue\n',
    );
  });

  it.each([
    ['a shell without such an environment', {}, 'sh', 'E_INPUT'],
    ['a shell whose memory is damaged', { LEASTGRANT_PREVIOUS: 'e30x' }, 'sh', 'E_INPUT'],
    ['a memory of another kind', { LEASTGRANT_PREVIOUS: 'eyJBIjoxfQ==' }, 'sh', 'E_INPUT'],
    ['the steps of a job', {}, 'github', 'E_USAGE'],
  ] as const)('refuses %s', async (_name, env, shell, code) => {
    await expect(restore(env, shell)).rejects.toMatchObject({ code });
  });
});
