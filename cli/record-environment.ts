import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';
import type { CommandContext } from './command-context.ts';
import { describeKept } from './describe-kept.ts';
import { formatPrevious, previousVariable, readPrevious } from './previous-environment.ts';
import type { Recording, RecordingOptions } from './recording.ts';
import { type RawRecordingOptions, readRecordingOptions } from './recording-options.ts';
import { type EnvDialect, renderEnv, renderRestore } from './render-env.ts';
import { reportError } from './report-error.ts';
import { describeRecording } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { expectWritablePath, writeOutputFile } from './write-output-file.ts';

/** What is to be recorded, and where its environment goes. */
export interface RecordedEnvironment extends RawRecordingOptions {
  readonly shell: EnvDialect;
  readonly output?: string;
}

/** The two halves of recording by environment. */
export interface EnvironmentParts {
  readonly startRecording: (options: RecordingOptions) => Promise<Recording>;
  /** Resolves when the recording is to end. */
  readonly waitForEnd: (process: NodeJS.Process) => Promise<void>;
}

/** Starts a recording, hands out its environment, and writes the session when it is told to end. */
export async function recordEnvironment(
  recorded: RecordedEnvironment,
  context: CommandContext,
  { startRecording, waitForEnd }: EnvironmentParts,
): Promise<void> {
  const { terminal } = context;
  const options = await readRecordingOptions(recorded, context);
  if (recorded.output !== undefined) await expectWritablePath(terminal.cwd, recorded.output);
  const recording = await startRecording(options);
  const ended = waitForEnd(process);
  try {
    await handOut(
      renderEnv(variablesOf(recording, recorded, terminal), recorded.shell),
      recorded,
      terminal,
    );
  } catch (error) {
    await recording.abandon();
    throw error;
  }
  if (recorded.quiet !== true) {
    for (const warning of recording.warnings) terminal.say(`leastgrant: ${warning}`);
    terminal.say(`leastgrant: recording into session \`${options.session}\`; Ctrl-C ends it`);
  }
  await ended;
  try {
    const summary = await recording.stop();
    if (recorded.quiet === true) return;
    for (const line of describeRecording(summary)) terminal.say(line);
  } catch (error) {
    context.exitWith(reportError(error, terminal));
    terminal.say(`leastgrant: ${describeKept(recording, options.session)}`);
  }
}

/** What was there before may hold a password: it goes to the shell that has it, and into no file. */
function variablesOf(
  { variables }: Recording,
  { shell, output }: RecordedEnvironment,
  { env }: Terminal,
): Readonly<Record<string, string>> {
  const own = { ...variables, LEASTGRANT_PID: String(process.pid) };
  if (shell === 'github' || output !== undefined) return own;
  return { ...own, [previousVariable]: formatPrevious(env, Object.keys(own)) };
}

/**
 * Prints what puts a shell back to what it was before it took the environment of a recording.
 * @throws LeastgrantError E_USAGE for GitHub's file, E_INPUT where the shell has no such environment
 */
export async function restoreEnvironment(
  { shell }: Pick<RecordedEnvironment, 'shell'>,
  { terminal }: CommandContext,
): Promise<void> {
  if (shell === 'github') {
    throw new LeastgrantError('E_USAGE', 'no variable can be taken back from the steps of a job', {
      hint: 'let the job end, or record its steps with `leastgrant run`',
    });
  }
  await terminal.writeResult(renderRestore(readPrevious(terminal.env), shell));
}

async function handOut(
  text: string,
  { shell, output }: RecordedEnvironment,
  terminal: Terminal,
): Promise<void> {
  if (output === undefined) {
    await terminal.writeResult(text);
    terminal.closeResult();
  } else if (shell === 'github') {
    await appendTo(terminal.cwd, output, text);
  } else {
    await writeOutputFile(terminal.cwd, output, text);
  }
}

/** GitHub's environment file belongs to all steps of a job: what others wrote stays. */
async function appendTo(cwd: string, path: string, text: string): Promise<void> {
  await appendFile(resolve(cwd, path), text).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LeastgrantError('E_INPUT', `\`${path}\` cannot be written: ${reason}`, {
      hint: 'give the file that `$GITHUB_ENV` names',
      cause,
    });
  });
}
