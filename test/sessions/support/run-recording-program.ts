import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** What a recording program says of itself. */
interface Progress {
  readonly atMs: number;
  /** How many calls it had recorded that come once. */
  readonly distinct: number;
  /** How often it had recorded the call that comes again and again. */
  readonly repeated: number;
}

/** A recording program that runs in a process of its own. */
interface RecordingProgram {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  /** Everything it has said, oldest first. */
  readonly progress: Progress[];
  /** Waits until what it has said satisfies `isEnough`. */
  until(isEnough: (progress: Progress) => boolean): Promise<void>;
}

/** Starts `recording-program.ts`, which is killed when the test has finished; `journals` is a place for its journal. */
export function runRecordingProgram(
  dir: string,
  session: string,
  name: string,
  journals = '',
): RecordingProgram {
  const program = fileURLToPath(new URL('recording-program.ts', import.meta.url));
  const args = ['--import', 'tsx', program, dir, session, name, journals];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout);
  const progress: Progress[] = [];
  lines.on('line', (line) => progress.push(JSON.parse(line)));
  const until = async (isEnough: (progress: Progress) => boolean) => {
    while (!progress.some(isEnough)) {
      if (child.exitCode !== null) throw new Error('the recording program has ended');
      await once(lines, 'line');
    }
  };
  return { child, progress, until };
}
