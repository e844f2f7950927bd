import { Option } from 'commander';
import type { DefineCommand } from '../command-context.ts';
import { applyToRecording } from '../config/apply-to-recording.ts';
import { addConfigOptions, type ConfigOption, loadConfig } from '../config/config-option.ts';
import {
  type RecordedEnvironment,
  recordEnvironment,
  restoreEnvironment,
} from '../record-environment.ts';
import { startRecording } from '../recording.ts';
import { addRecordingOptions } from '../recording-options.ts';
import { envDialects } from '../render-env.ts';
import { waitForEnd } from '../wait-for-end.ts';

interface EnvOptions extends RecordedEnvironment {
  readonly unset?: boolean;
  readonly config?: ConfigOption;
}

const about = [
  'Starts the recorder and prints the environment that makes programs use it; whatever runs with that environment is recorded, until leastgrant gets an interrupt (Ctrl-C) or LEASTGRANT_PID is killed. Then the session is written. For steps that cannot be put behind `leastgrant run`: several shells, a CI job, an IDE.',
  'The sessions are those of `leastgrant run`: without --session the recording takes the place of session default.',
].join('\n\n');

const examples = `
Examples:
  eval "$(leastgrant env --session dev &)"      record this shell from now on
  kill "$LEASTGRANT_PID"                        stop recording; then: leastgrant generate dev
  eval "$(leastgrant env --unset)"              put the shell back to what it was
  leastgrant env --shell fish                   print it, copy it to another terminal
  leastgrant env --session ci --shell github --output "$GITHUB_ENV" &   the steps that follow in a CI job`;

/** Defines `leastgrant env`. */
export const defineEnv: DefineCommand = (command, context) => {
  command
    .description(about)
    .addOption(
      new Option('--shell <shell>', 'whose syntax to print').choices(envDialects).default('sh'),
    )
    .option('-o, --output <file>', 'write it to a file; with --shell github, append to it')
    .option('--unset', 'print what puts this shell back instead, once the recording has ended');
  addRecordingOptions(addConfigOptions(command))
    .addHelpText('after', examples)
    .action(async (options: EnvOptions) => {
      if (options.unset === true) return restoreEnvironment(options, context);
      const config = await loadConfig(options.config, context.terminal);
      const recorded = applyToRecording(options, config);
      return recordEnvironment(recorded, context, { startRecording, waitForEnd });
    });
};
