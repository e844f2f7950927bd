import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { runChild } from '../../cli/child.ts';

const program = join(import.meta.dirname, 'support', 'run-child-program.ts');
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) if (child.pid) process.kill(-child.pid, 'SIGKILL');
});

/** A `runChild` in a session of its own, where no terminal is. */
interface Run {
  readonly process: ChildProcess;
  /** Resolves with the first output that matches. */
  output(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves at the end of the output. */
  end(): Promise<void>;
}

function run(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...command], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = once(child.stdout, 'end');
  return {
    process: child,
    async end() {
      await ended;
    },
    async output(pattern) {
      for (;;) {
        const match = pattern.exec(text);
        if (match !== null) return match;
        if (child.stdout.readableEnded) throw new Error(`no ${pattern} in \`${text}\``);
        await Promise.race([once(child.stdout, 'data'), ended]);
      }
    },
  };
}

/** Returns a Node program as a command. */
function node(source: string): string[] {
  return [process.execPath, '-e', source];
}

describe('a program that is run', () => {
  it('is told of by its process id as soon as it runs', async () => {
    const started: number[] = [];
    const command = node('process.exit(process.ppid === Number(process.argv[1]) ? 0 : 1)');
    const { exitCode } = await runChild({
      command: [...command, String(process.pid)],
      env: process.env,
      onStart: (pid) => started.push(pid),
    });
    expect([exitCode, started]).toEqual([0, [expect.any(Number)]]);
  });

  it.each([0, 1, 42, 255])('gives its exit code %i', async (exitCode) => {
    const command = node(`process.exit(${exitCode})`);
    expect(await runChild({ command, env: process.env })).toMatchObject({ exitCode });
  });

  it.each([
    ['SIGKILL', 137],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('gives 128 and the number of %s that ended it', async (signal, exitCode) => {
    const command = node(`process.kill(process.pid, '${signal}')`);
    expect(await runChild({ command, env: process.env })).toMatchObject({ exitCode });
  });

  it('has the stdin of leastgrant and the environment it is given', async () => {
    const echo = run(
      node('process.stdin.on("data", (c) => process.stdout.write(process.env.GREETING + c))'),
      { ...process.env, GREETING: 'hello ' },
    );
    echo.process.stdin?.end('world');
    await echo.output(/hello world/);
    await echo.output(/ended 0/);
  });

  it('keeps arguments with spaces, quotes and nothing in them', async () => {
    const words = ['a b', '"', "'", '', '$HOME', '*'];
    const shown = run([...node('console.log(JSON.stringify(process.argv.slice(1)))'), ...words]);
    const [text] = await shown.output(/\[.*\]/);
    expect(JSON.parse(text)).toEqual(words);
  });
});

describe('a command that cannot be run', () => {
  it('is told apart when it is not there, with what to do', async () => {
    await expect(
      runChild({ command: ['no-such-command'], env: process.env }),
    ).rejects.toMatchObject({
      code: 'E_COMMAND_NOT_FOUND',
      message: 'the command `no-such-command` was not found',
      hint: expect.stringContaining('put `--` before it'),
    });
  });

  it('is told apart when it is no program', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leastgrant-child-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'nothing to run');
    await expect(runChild({ command: [file], env: process.env })).rejects.toMatchObject({
      code: 'E_COMMAND_NOT_FOUND',
      message: `\`${file}\` cannot be executed`,
    });
  });

  it.each([[[]], [['']]])('is refused when it is empty: %j', async (command) => {
    await expect(runChild({ command, env: process.env })).rejects.toMatchObject({
      code: 'E_COMMAND_NOT_FOUND',
    });
  });

  it('leaves no listeners behind', async () => {
    const before = process.listenerCount('SIGTERM');
    await expect(runChild({ command: ['no-such-command'], env: process.env })).rejects.toThrow();
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});

describe('signals without a terminal', () => {
  const listening = (signal: string): string[] =>
    node(`
      let count = 0;
      process.on('${signal}', () => {
        count += 1;
        console.log('got ${signal} ' + count);
        setImmediate(() => process.exit(7));
      });
      console.log('ready');
      setInterval(() => {}, 1000);
    `);

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const)(
    '%s reaches the program once, and leastgrant outlives it',
    async (signal) => {
      const child = run(listening(signal));
      await child.output(/ready/);
      child.process.kill(signal);
      await child.output(/ended 7\n/);
      const [text] = await child.output(/ready.*/s);
      expect(text.match(/got/g)).toHaveLength(1);
    },
  );

  it('SIGINT to the whole group of leastgrant reaches the program once', async () => {
    const child = run(listening('SIGINT'));
    await child.output(/ready/);
    if (child.process.pid) process.kill(-child.process.pid, 'SIGINT');
    const [text] = await child.output(/ready.*ended 7\n/s);
    expect(text.match(/got/g)).toHaveLength(1);
  });

  it('a program that ignores a signal goes on', async () => {
    const child = run(
      node(`
        process.on('SIGTERM', () => console.log('ignored'));
        process.on('SIGUSR2', () => process.exit(3));
        console.log('ready');
        setInterval(() => {}, 1000);
      `),
    );
    await child.output(/ready/);
    child.process.kill('SIGTERM');
    await child.output(/ignored/);
    child.process.kill('SIGUSR2');
    await child.output(/ended 3\n/);
  });
});

describe('what a program leaves behind', () => {
  /** A program whose own child goes on, with the stdout that both have from leastgrant. */
  const leaving = (grandchild: string, then = 'process.exit(0)'): string[] =>
    node(`
      const { spawn } = require('node:child_process');
      const stdio = ['ignore', 'inherit', 'ignore', 'ipc'];
      const left = spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio });
      left.once('message', () => { ${then}; });
    `);
  const staying =
    'process.on("disconnect", () => {}); process.send("up"); setInterval(() => {}, 1000);';

  it('goes on where the program ended by itself', async () => {
    const child = run(leaving(`console.log('at ' + process.pid); ${staying}`));
    const [, pid] = await child.output(/at (\d+)\n/);
    onTestFinished(() => void process.kill(Number(pid), 'SIGKILL'));
    await child.output(/ended 0, and left processes\n/);
    expect(process.kill(Number(pid), 0)).toBe(true);
  });

  it.each([
    ['is ended where leastgrant was told to end', staying],
    ['is ended then even when it does not want to', `process.on("SIGTERM", () => {}); ${staying}`],
  ])('%s', async (_, grandchild) => {
    const child = run(leaving(grandchild, 'console.log("up"); setInterval(() => {}, 1000)'));
    await child.output(/up\n/);
    child.process.kill('SIGTERM');
    await child.output(/ended 143\n/);
    // Its end comes only when nobody holds the stream any more.
    await child.end();
  });
});
