import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import type { WriteStream } from 'node:tty';
import { LeastgrantError } from '../errors.ts';
import { toPrintable } from './printable.ts';

/** What a command knows of a stream that it writes to. */
export interface OutputStyle {
  /** True where a person looks at it. */
  readonly isTerminal: boolean;
  /** Width in columns; undefined where it is no terminal. */
  readonly columns: number | undefined;
  /** True where colours may be used: a terminal, and `NO_COLOR` is not set. */
  readonly hasColours: boolean;
}

/** The only way in which a command meets the world: stdout is the result, stderr is talk. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current folder. Reading it throws LeastgrantError E_INPUT where that folder is gone. */
  readonly cwd: string;
  /** Standard input, for commands that take `-` for a file. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly stdout: OutputStyle;
  readonly stderr: OutputStyle;
  /**
   * Writes a part of the result and waits until more may come.
   * Returns false where the reader has gone (`| head`): then nothing more need be written.
   * @throws LeastgrantError E_INPUT where it cannot be written, as on a full disk behind `>`
   */
  writeResult(text: string): Promise<boolean>;
  /**
   * Ends the result while the program goes on, so that a shell that waits for it (`$(…)`) need not wait longer.
   * A terminal stays open.
   */
  closeResult(): void;
  /** Writes text to stderr as it is. */
  writeTalk(text: string): void;
  /** Writes one line to stderr, with control characters made visible. */
  say(line: string): void;
}

/** Returns the terminal of this process, which from now on outlives readers that close their end of a pipe. */
export function openTerminal(process: NodeJS.Process): Terminal {
  const isGone = watchForClosedReader(process.stdout);
  // Where talk cannot be written there is nobody to tell, and the user's program goes on.
  process.stderr.on('error', () => {});
  const writeTalk = (text: string) => {
    process.stderr.write(text);
  };
  return {
    env: process.env,
    get cwd() {
      return currentFolder(process);
    },
    // Only who reads it may open it.
    get input() {
      return process.stdin;
    },
    stdout: styleOf(process.stdout, process.env),
    stderr: styleOf(process.stderr, process.env),
    writeResult: (text) => writeAndWait(process.stdout, text, isGone),
    closeResult: () => closeStdout(process),
    writeTalk,
    say: (line) => writeTalk(`${toPrintable(line)}\n`),
  };
}

function writeAndWait(stream: WriteStream, text: string, isGone: () => boolean): Promise<boolean> {
  if (isGone()) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    stream.write(text, (cause) => {
      if (cause && !isClosedReader(cause)) reject(resultError(cause));
      else resolve(!isGone());
    });
  });
}

function resultError(cause: Error): LeastgrantError {
  return new LeastgrantError('E_INPUT', `stdout cannot be written: ${cause.message}`, {
    hint: 'make room, or let --output name another place',
    cause,
  });
}

function currentFolder(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new LeastgrantError('E_INPUT', 'the current folder does not exist any more', {
      hint: 'change to one that does: cd',
      cause,
    });
  }
}

/** Node never closes stdout by itself. The null device takes its number, so that no other file gets it. */
function closeStdout({ stdout }: NodeJS.Process): void {
  if (stdout.isTTY === true) return;
  closeSync(stdout.fd);
  openSync(devNull, 'w');
}

/** Any other failure of a stream is told to whoever has written. */
function watchForClosedReader(stream: WriteStream): () => boolean {
  let isGone = false;
  stream.on('error', (error) => {
    if (isClosedReader(error)) isGone = true;
  });
  return () => isGone;
}

function isClosedReader(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

function styleOf(stream: WriteStream, env: NodeJS.ProcessEnv): OutputStyle {
  // The types say that every stdout is a terminal; one that is a file or a pipe has no `isTTY` at all.
  const isTerminal = stream.isTTY === true;
  return {
    isTerminal,
    columns: isTerminal ? stream.columns : undefined,
    hasColours: isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
  };
}
