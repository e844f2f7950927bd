import { exitCodeOf } from '../errors.ts';
import { accountVariable } from '../generator/narrow/find-caller.ts';
import { openStore } from '../sessions/open-store.ts';
import type { CommandContext } from './command-context.ts';
import { conditionChoiceOf } from './condition-options.ts';
import { sayConfig } from './config/apply-config.ts';
import type { LoadedConfig } from './config/config-option.ts';
import type { Settings } from './config/settings.ts';
import { describeCallers } from './describe-callers.ts';
import { describeDenials } from './describe-denials.ts';
import { describeKept } from './describe-kept.ts';
import { describePolicy } from './describe-policy.ts';
import { expectPatterns } from './narrow-options.ts';
import { policyOfCalls } from './policy-of-calls.ts';
import { type PolicyOptions, targetOf } from './policy-options.ts';
import { readCalls } from './read-calls.ts';
import type { Recording, RecordingOptions, RecordingSummary } from './recording.ts';
import { type RawRecordingOptions, readRecordingOptions } from './recording-options.ts';
import { reportError } from './report-error.ts';
import { selectIdentity } from './select-identity.ts';
import { openStatusLine } from './status-line.ts';
import { describeRecording } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { expectWritablePath } from './write-output-file.ts';
import { writePolicy } from './write-policy.ts';

/** What is to be run and recorded. */
export interface RecordedCommand extends RawRecordingOptions, PolicyOptions, Settings {
  readonly command: readonly string[];
  /** The configuration file whose settings are among these; undefined where there is none. */
  readonly config?: LoadedConfig | undefined;
}

/** The two halves of a recorded run. */
export interface RecordingParts {
  readonly startRecording: (options: RecordingOptions) => Promise<Recording>;
  readonly runChild: (child: {
    readonly command: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    /** Told of the process id as soon as the program runs. */
    readonly onStart: (pid: number) => void;
  }) => Promise<{ readonly exitCode: number; readonly hasLeftProcesses?: boolean }>;
}

/**
 * Runs a command behind the recorder, writes the policy of its session and returns the exit code: the command's own,
 * or, where that is 0 and the policy could not be written, leastgrant's.
 * @throws LeastgrantError where the recording or the command could not be started
 */
export async function recordCommand(
  recorded: RecordedCommand,
  context: CommandContext,
  parts: RecordingParts,
): Promise<number> {
  const { terminal } = context;
  expectPatterns(recorded, [accountVariable]);
  conditionChoiceOf(recorded);
  const options = await readRecordingOptions(recorded, context, recorded.command[0]);
  if (recorded.output !== undefined) await expectWritablePath(terminal.cwd, recorded.output);
  const recording = await parts.startRecording(options);
  if (recorded.quiet !== true) warn(recording, terminal);
  const exitCode = await runRecorded(recorded, recording, context, parts);
  try {
    const summary = await recording.stop();
    await report(recorded, summary, options, terminal);
    return exitCode;
  } catch (error) {
    reportError(error, terminal);
    terminal.say(`leastgrant: ${describeKept(recording, options.session)}`);
    return exitCode === 0 ? exitCodeOf(error) : exitCode;
  }
}

const aboutLeftProcesses =
  'leastgrant: the command has left processes running; from now on they are not recorded, and their proxy is gone';

async function runRecorded(
  { command, quiet }: RecordedCommand,
  recording: Recording,
  { terminal }: CommandContext,
  { runChild }: RecordingParts,
): Promise<number> {
  const statusLine =
    quiet === true ? undefined : openStatusLine(terminal, () => recording.progress());
  try {
    const { exitCode, hasLeftProcesses } = await runChild({
      command,
      env: recording.env,
      onStart: recording.noteProcess,
    });
    if (hasLeftProcesses === true && quiet !== true) terminal.say(aboutLeftProcesses);
    return exitCode;
  } catch (error) {
    // Nothing ran, so there is nothing to put in the place of what the session held.
    await recording.abandon();
    throw error;
  } finally {
    statusLine?.close();
  }
}

async function report(
  recorded: RecordedCommand,
  summary: RecordingSummary,
  { dir, journals, catalog }: RecordingOptions,
  terminal: Terminal,
): Promise<void> {
  const { calls: all, runValues } = await readCalls(
    await openStore(dir, journals),
    summary.session,
  );
  const calls = selectIdentity(all, recorded);
  const target = targetOf(recorded);
  const policy = policyOfCalls(calls, catalog, { ...recorded, runValues, target });
  await writePolicy(policy, recorded, terminal);
  if (recorded.quiet === true) return;
  sayConfig(recorded.config, terminal);
  const aboutPolicy = calls.length === 0 ? [] : describePolicy(policy);
  const aboutCalls = [...describeCallers(calls), ...describeDenials(calls, catalog)];
  for (const line of [...describeRecording(summary), ...aboutCalls, ...aboutPolicy]) {
    terminal.say(line);
  }
}

function warn(recording: Recording, terminal: Terminal): void {
  for (const warning of recording.warnings) terminal.say(`leastgrant: ${warning}`);
}
