import { runChild } from '../child.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { applyConfig } from '../config/apply-config.ts';
import { applyToRecording } from '../config/apply-to-recording.ts';
import { addConfigOptions, type ConfigOption, loadConfig } from '../config/config-option.ts';
import { addPolicyOptions, type PolicyOptions } from '../policy-options.ts';
import { recordCommand } from '../record-command.ts';
import { startRecording } from '../recording.ts';
import { addRecordingOptions, type RawRecordingOptions } from '../recording-options.ts';

interface RunOptions extends RawRecordingOptions, PolicyOptions {
  readonly config?: ConfigOption;
}

const about = [
  "Runs a command behind a local HTTPS proxy, records each AWS call that it makes, and writes the smallest policy for them. The command keeps its own input, output and exit code. When it has ended, the policy goes to --output, or to stdout after the command's own output.",
  'Without --session the recording takes the place of session default: the policy is that of this run alone. With --session NAME runs add up, and the policy is that of all of them.',
].join('\n\n');

const examples = `
Examples:
  leastgrant run -- npm test
  leastgrant run --output policy.json -- terraform apply
  leastgrant run --session app -- ./smoke.sh    add to session app
  leastgrant run --upstream http://127.0.0.1:4566 -- python app.py      record against LocalStack
  leastgrant run --intercept minio.local:9000 -- ./backup.sh            an endpoint written in code`;

/** Defines `leastgrant run`. */
export const defineRun: DefineCommand = (command, context) => {
  command
    .description(about)
    .usage('[options] -- COMMAND [ARGUMENT...]')
    .argument('<command...>', 'command to run, with its arguments')
    .passThroughOptions();
  addRecordingOptions(addConfigOptions(addPolicyOptions(command)))
    .addHelpText('after', examples)
    .action(async (words: readonly string[], options: RunOptions) =>
      context.exitWith(await run(words, options, context)),
    );
};

async function run(
  command: readonly string[],
  options: RunOptions,
  context: CommandContext,
): Promise<number> {
  const config = await loadConfig(options.config, context.terminal);
  const recorded = {
    ...applyToRecording(applyConfig(options, config), config),
    command,
    config,
  };
  return recordCommand(recorded, context, { startRecording, runChild });
}
