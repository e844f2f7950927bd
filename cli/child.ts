import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { LeastgrantError } from '../errors.ts';
import { isGroupRunning, signalGroup } from './process-group.ts';

/** The program to run. */
export interface ChildOptions {
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** Its whole environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Told of its process id as soon as it runs. */
  readonly onStart?: (pid: number) => void;
}

/** How the program ended. */
export interface ChildResult {
  /** Its exit code; 128 and the signal's number where a signal ended it, as shells count. */
  readonly exitCode: number;
  /** True where processes that it started go on. At a terminal nobody can tell. */
  readonly hasLeftProcesses: boolean;
}

/** What others send to a program to end it or to tell it something. */
const forwarded: readonly NodeJS.Signals[] =
  process.platform === 'win32'
    ? ['SIGINT', 'SIGHUP', 'SIGBREAK']
    : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'];

/** What keys of a terminal send to every process in its foreground. */
const fromKeys: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT', 'SIGBREAK']);

/** What programs are told by, as agreed with them. */
const messages: ReadonlySet<NodeJS.Signals> = new Set(['SIGUSR1', 'SIGUSR2']);

/** How long what is left of a program may take to end by itself. */
const graceMs = 1_000;

/**
 * Runs a program to its end, with this process's stdin, stdout and stderr. Signals go on to the program, and this
 * process outlives them.
 * At a terminal the program stays in the terminal's foreground group, for it could not read the keyboard otherwise;
 * Ctrl-C reaches it there without help. Without a terminal it gets a group of its own. What is left of that group goes on
 * where the program ended by itself, and is ended where it was told to end: whoever sent that signal to the group of
 * leastgrant meant all of them.
 * @throws LeastgrantError E_COMMAND_NOT_FOUND for a program that is not there or cannot be executed.
 */
export async function runChild({ command, env, onStart }: ChildOptions): Promise<ChildResult> {
  const hasTerminal = process.platform === 'win32' || hasControllingTerminal();
  // Before the program starts: a signal between the two would end this process alone.
  const relay = relaySignals(hasTerminal);
  try {
    const child = await start(command, env, !hasTerminal);
    relay.to(child);
    if (child.pid !== undefined) onStart?.(child.pid);
    const exitCode = await waitForEnd(child);
    if (hasTerminal || child.pid === undefined || !isGroupRunning(child.pid)) {
      return { exitCode, hasLeftProcesses: false };
    }
    if (!relay.wasToldToEnd()) return { exitCode, hasLeftProcesses: true };
    await endGroup(child.pid);
    return { exitCode, hasLeftProcesses: false };
  } finally {
    relay.stop();
  }
}

/** Tells whether a terminal can send signals to this process, wherever its streams lead. */
function hasControllingTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

function start(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  detached: boolean,
): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException): void => reject(explain(program, cause));
    try {
      const child = spawn(program, args, { env, detached, stdio: 'inherit' });
      child.once('error', refuse).once('spawn', () => {
        child.off('error', refuse);
        resolve(child);
      });
    } catch (cause) {
      reject(explain(program, cause));
    }
  });
}

function explain(program: string, cause: unknown): LeastgrantError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ERR_INVALID_ARG_VALUE') {
    return new LeastgrantError('E_COMMAND_NOT_FOUND', `the command \`${program}\` was not found`, {
      hint: notFoundHint,
      cause,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new LeastgrantError('E_COMMAND_NOT_FOUND', `\`${program}\` cannot be executed`, {
      hint: 'check that it is a program and that you may execute it (`chmod +x`)',
      cause,
    });
  }
  return new LeastgrantError('E_INTERNAL', `the command \`${program}\` could not be started`, {
    cause,
  });
}

// Windows starts `.exe` files only; npm and its like are scripts there, which take a shell.
const notFoundHint =
  process.platform === 'win32'
    ? 'check its name, put `--` before it, and start scripts by a shell: `leastgrant run -- cmd /c npm test`'
    : 'check its name, and put `--` before it: `leastgrant run -- npm test`';

interface SignalRelay {
  to(child: ChildProcess): void;
  wasToldToEnd(): boolean;
  stop(): void;
}

/** Catches signals from now on, and sends them on from the moment that there is a program. */
function relaySignals(hasTerminal: boolean): SignalRelay {
  const early: NodeJS.Signals[] = [];
  let isToldToEnd = false;
  let target: ChildProcess | undefined;
  const pass = (signal: NodeJS.Signals): void => {
    if (hasTerminal && fromKeys.has(signal)) return;
    if (!messages.has(signal)) isToldToEnd = true;
    if (target === undefined) early.push(signal);
    else target.kill(signal);
  };
  // Where this process fails, the program would go on without its proxy.
  const onExit = (): void => {
    if (target?.exitCode === null && target.signalCode === null) target.kill('SIGTERM');
  };
  for (const signal of forwarded) process.on(signal, pass);
  process.on('exit', onExit);
  return {
    to(child) {
      target = child;
      for (const signal of early.splice(0)) pass(signal);
    },
    wasToldToEnd: () => isToldToEnd,
    stop() {
      for (const signal of forwarded) process.off(signal, pass);
      process.off('exit', onExit);
    },
  };
}

function waitForEnd(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** Ends what the program has left running. */
async function endGroup(group: number): Promise<void> {
  signalGroup(group, 'SIGTERM');
  const deadline = performance.now() + graceMs;
  while (performance.now() < deadline) {
    await delay(10);
    if (!isGroupRunning(group)) return;
  }
  signalGroup(group, 'SIGKILL');
}
