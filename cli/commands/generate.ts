import type { CommandContext, DefineCommand } from '../command-context.ts';
import { conditionChoiceOf } from '../condition-options.ts';
import { applyConfig, sayConfig } from '../config/apply-config.ts';
import { addConfigOptions, type ConfigOption, loadConfig } from '../config/config-option.ts';
import { describeCallers } from '../describe-callers.ts';
import { describeCalls } from '../describe-calls.ts';
import { describeDenials } from '../describe-denials.ts';
import { describePolicy } from '../describe-policy.ts';
import { expectPatterns } from '../narrow-options.ts';
import { policyOfCalls } from '../policy-of-calls.ts';
import { addPolicyOptions, type PolicyOptions, targetOf } from '../policy-options.ts';
import { readRecorded } from '../read-recorded.ts';
import { rerunWithRoom } from '../rerun-with-room.ts';
import {
  defaultSession,
  dirOption,
  openSessions,
  sessionFolderOf,
} from '../session-folder-option.ts';
import { openUserCatalog } from '../user-catalog.ts';
import { expectWritablePath } from '../write-output-file.ts';
import { writePolicy } from '../write-policy.ts';

interface GenerateOptions extends PolicyOptions {
  readonly config?: ConfigOption;
  readonly dir?: string;
}

const about = [
  'Prints the smallest IAM policy that allows every recognised call of the sessions, and nothing else but what its wildcards cover: parts of names that were made for one run, and parts that vary among many resources. Each wildcard is said with its reason; --scope exact writes none. Calls that AWS denied are part of the policy, since the program asked for them, unless another policy forbids them.',
  'The same recording gives the same bytes, and another run of the same program the same policy, so a policy in a repository changes only when the program does. More than one document, where AWS asks for it, is a JSON array.',
].join('\n\n');

const examples = `
Examples:
  leastgrant generate                           the policy of session default
  leastgrant generate app worker                one policy for two sessions
  leastgrant generate app --output policy.json  into a file, replaced in one step
  leastgrant generate --format terraform        as an aws_iam_policy_document
  leastgrant generate app --identity Deploy     of what role Deploy called alone
  leastgrant generate --scope exact             every resource as recorded
  leastgrant generate --pattern 'arn:aws:s3:::uploads/\${user}/*'   your own wildcards first`;

/** Defines `leastgrant generate`. */
export const defineGenerate: DefineCommand = (command, context) => {
  command
    .description(about)
    .argument('[sessions...]', `sessions to generate from (default: ${defaultSession})`);
  addConfigOptions(addPolicyOptions(command))
    .addOption(dirOption())
    .addHelpText('after', examples)
    .action((sessions: readonly string[], options: GenerateOptions) =>
      generate(sessions.length === 0 ? [defaultSession] : sessions, options, context),
    );
};

async function generate(
  sessions: readonly string[],
  options: GenerateOptions,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const { output } = options;
  const config = await loadConfig(options.config, terminal);
  const settings = applyConfig(options, config);
  expectPatterns(settings);
  conditionChoiceOf(settings);
  if (output !== undefined) await expectWritablePath(terminal.cwd, output);
  const folder = sessionFolderOf(options.dir, terminal, config?.folder);
  if (await rerunWithRoom(folder, sessions, context)) return;
  const store = await openSessions(options.dir, terminal, config?.folder);
  const { calls, runValues, tally } = await readRecorded(store, sessions, options);
  const catalog = openUserCatalog(terminal);
  const target = targetOf(options);
  const policy = policyOfCalls(calls, catalog, { ...settings, runValues, target });
  await writePolicy(policy, options, terminal);
  sayConfig(config, terminal);
  for (const line of describePolicy(policy)) terminal.say(line);
  for (const line of describeCallers(calls)) terminal.say(line);
  for (const line of describeCalls(tally, sessions)) terminal.say(line);
  for (const line of describeDenials(calls, catalog)) terminal.say(line);
}
