import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ObservedCall } from '../../aws/api-call.ts';
import { createCallCounter } from '../../cli/call-tally.ts';
import { createEventCounter } from '../../cli/event-tally.ts';
import {
  type RecordedCommand,
  type RecordingParts,
  recordCommand,
} from '../../cli/record-command.ts';
import { LeastgrantError } from '../../errors.ts';
import { openRecorder } from '../../sessions/open-recorder.ts';
import { getObject, makeTestFolder, notesOfRead } from './recorded-session.ts';
import { createTestTerminal } from './test-terminal.ts';

/** A recording without a proxy: the child's calls go straight into the real session store. */
function partsFor(
  runChild: (call: (call: ObservedCall) => void) => Promise<number> | number,
  log: string[] = [],
): RecordingParts {
  const counter = createCallCounter();
  let sink: (call: ObservedCall) => void = () => {};
  return {
    async startRecording({ dir, session, replacesSession, program, upstream, intercept }) {
      log.push(`start ${session} ${replacesSession} ${program} ${upstream?.host} ${intercept}`);
      const recorder = await openRecorder(dir, session);
      sink = (call) => {
        recorder.record(call, Date.now());
        counter.add(call);
      };
      return {
        env: { FROM: 'the recording' },
        variables: {},
        warnings: ['`NO_PROXY` hides something'],
        progress: () => counter.tally(),
        noteProcess: (pid) => log.push(`process ${pid}`),
        isKept: () => recorder.problem === undefined,
        async abandon() {
          log.push('abandon');
          await recorder.discard();
        },
        async stop() {
          log.push('stop');
          const { distinctCalls } = await recorder.close();
          const events = createEventCounter().tally();
          return {
            session,
            distinctCalls,
            calls: counter.tally(),
            events,
            runsBeside: 0,
            callsLost: 0,
            bodiesCut: 0,
          };
        },
      };
    },
    async runChild({ command, env }) {
      log.push(`child ${command.join(' ')} FROM=${env.FROM}`);
      return { exitCode: await runChild(sink) };
    },
  };
}

async function record(cwd: string, recorded: Partial<RecordedCommand>, parts: RecordingParts) {
  const terminal = createTestTerminal(cwd);
  const context = { terminal, keyPairs: undefined, exitWith: () => {} };
  const defaults = {
    command: ['npm', 'test'],
    format: 'json',
    scope: 'exact',
    name: 'leastgrant',
  } as const;
  const exitCode = await recordCommand({ ...defaults, ...recorded }, context, parts);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

describe('recordCommand', () => {
  it('runs the command in the environment of the recording, then prints its policy', async () => {
    const cwd = await makeTestFolder();
    const log: string[] = [];
    const parts = partsFor((call) => {
      call(getObject('a'));
      call(getObject('a'));
      return 0;
    }, log);
    const { exitCode, result, talk } = await record(cwd, {}, parts);
    expect(exitCode).toBe(0);
    expect(log).toEqual([
      'start default true npm undefined ',
      'child npm test FROM=the recording',
      'stop',
    ]);
    expect(JSON.parse(result).Statement[0].Resource).toEqual(['arn:aws:s3:::my-bucket-1/a']);
    expect(talk).toBe(
      [
        'leastgrant: `NO_PROXY` hides something',
        'leastgrant: 2 calls, 1 distinct, to 1 service; session `default`',
        '  clients: Boto3/1.43.0',
        'leastgrant: a policy of 1 statement',
        ...notesOfRead,
        '',
      ].join('\n'),
    );
  });

  it('adds to a session that is named, and passes the options on', async () => {
    const cwd = await makeTestFolder();
    const log: string[] = [];
    const options = {
      session: 'app',
      upstream: 'http://127.0.0.1:4566',
      intercept: ['minio.local:9000'],
    };
    await record(
      cwd,
      options,
      partsFor(() => 0, log),
    );
    expect(log[0]).toBe('start app false npm 127.0.0.1:4566 minio.local:9000');
  });

  it('ends with the exit code of the command', async () => {
    const cwd = await makeTestFolder();
    expect(
      (
        await record(
          cwd,
          {},
          partsFor(() => 7),
        )
      ).exitCode,
    ).toBe(7);
  });

  it('says nothing of its own with --quiet', async () => {
    const cwd = await makeTestFolder();
    const { result, talk } = await record(
      cwd,
      { quiet: true },
      partsFor(() => 0),
    );
    expect(talk).toBe('');
    expect(JSON.parse(result)).toMatchObject({ Statement: [] });
  });

  it('writes to --output, and refuses before it starts where that cannot be', async () => {
    const cwd = await makeTestFolder();
    const log: string[] = [];
    const parts = partsFor((call) => {
      call(getObject('a'));
      return 0;
    }, log);
    await expect(record(cwd, { output: 'none/p.json' }, parts)).rejects.toMatchObject({
      code: 'E_INPUT',
    });
    expect(log).toEqual([]);
    expect((await record(cwd, { output: 'p.json' }, parts)).result).toBe('');
    expect(await readFile(join(cwd, 'p.json'), 'utf8')).toContain('my-bucket-1/a');
  });

  it.each([
    [0, 2],
    [5, 5],
  ])(
    'keeps the recording where the policy cannot be written: %i becomes %i',
    async (child, code) => {
      const cwd = await makeTestFolder();
      await mkdir(join(cwd, 'out'));
      const parts = partsFor(async (call) => {
        call(getObject('a'));
        await rm(join(cwd, 'out'), { recursive: true });
        return child;
      });
      const { exitCode, talk } = await record(cwd, { output: 'out/p.json' }, parts);
      expect(exitCode).toBe(code);
      expect(talk).toContain('the folder of `out/p.json` does not exist (E_INPUT)');
      expect(talk).toContain('`leastgrant generate default` makes its policy');
    },
  );

  it.each([
    [true, 'the recording is kept; `leastgrant generate app` makes its policy'],
    [false, 'calls of this recording are lost'],
  ])('says what a session that cannot be written leaves: kept %s', async (isKept, said) => {
    const parts = partsFor(() => 0);
    const failing: RecordingParts = {
      ...parts,
      async startRecording(options) {
        const recording = await parts.startRecording(options);
        const stop = () => Promise.reject(new LeastgrantError('E_INTERNAL', 'the disk is full'));
        return { ...recording, stop, isKept: () => isKept };
      },
    };
    const { exitCode, result, talk } = await record(
      await makeTestFolder(),
      { session: 'app' },
      failing,
    );
    expect([exitCode, result]).toEqual([3, '']);
    expect(talk).toContain('the disk is full (E_INTERNAL)');
    expect(talk).toContain(`leastgrant: ${said}`);
  });

  it('says that the command has left processes running, whose proxy is gone', async () => {
    const parts = partsFor(() => 0);
    const leaving = { ...parts, runChild: async () => ({ exitCode: 0, hasLeftProcesses: true }) };
    const cwd = await makeTestFolder();
    expect((await record(cwd, {}, leaving)).talk).toContain('has left processes running');
    expect((await record(cwd, { quiet: true }, leaving)).talk).toBe('');
  });

  it('abandons the recording of a command that could not be started', async () => {
    const cwd = await makeTestFolder();
    const log: string[] = [];
    const parts = partsFor(() => {
      throw new LeastgrantError('E_COMMAND_NOT_FOUND', 'the command `npm` was not found');
    }, log);
    await expect(record(cwd, {}, parts)).rejects.toMatchObject({ code: 'E_COMMAND_NOT_FOUND' });
    expect(log.slice(2)).toEqual(['abandon']);
  });

  it.each<[Partial<RecordedCommand>, string, string]>([
    [{ upstream: 'localhost:4566' }, 'E_USAGE', '`localhost:4566` is no upstream'],
    [{ upstream: 'http://h/path' }, 'E_USAGE', '`http://h/path` has more than a host and a port'],
    [{ upstream: 'http://u:p@h' }, 'E_USAGE', 'an upstream takes no user name and no password'],
    [{ upstreamCa: 'none.pem' }, 'E_INPUT', 'cannot be read'],
    [{ intercept: ['http://h'] }, 'E_USAGE', '`http://h` names no host'],
    [{ runVariable: ['AWS_SESSION_TOKEN'] }, 'E_USAGE', '`AWS_SESSION_TOKEN` cannot be a variable'],
    [{ runVariable: ['STACK_ID', 'A B'] }, 'E_USAGE', '`A B` cannot be a variable of a run'],
    [{ session: '../x' }, 'E_SESSION_NAME', '`../x`'],
  ])('refuses %o before anything starts', async (options, code, message) => {
    const log: string[] = [];
    const cwd = await makeTestFolder();
    await expect(
      record(
        cwd,
        options,
        partsFor(() => 0, log),
      ),
    ).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(log).toEqual([]);
  });
});
