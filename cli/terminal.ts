import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import type { WriteStream } from 'node:tty';
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
  readonly cwd: string;
  readonly stdout: OutputStyle;
  readonly stderr: OutputStyle;
  /**
   * Writes a part of the result and waits until more may come.
   * Returns false where the reader has gone (`| head`): then nothing more need be written.
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
  watchForClosedReader(process.stderr);
  const writeTalk = (text: string) => {
    process.stderr.write(text);
  };
  return {
    env: process.env,
    cwd: process.cwd(),
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
  return new Promise((resolve) => {
    stream.write(text, () => resolve(!isGone()));
  });
}

/** Node never closes stdout by itself. The null device takes its number, so that no other file gets it. */
function closeStdout({ stdout }: NodeJS.Process): void {
  if (stdout.isTTY === true) return;
  closeSync(stdout.fd);
  openSync(devNull, 'w');
}

/** Any other failure of stdout or stderr (a full disk behind `>`) stays an uncaught error: it must not pass unseen. */
function watchForClosedReader(stream: WriteStream): () => boolean {
  let isGone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    isGone = true;
  });
  return () => isGone;
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
