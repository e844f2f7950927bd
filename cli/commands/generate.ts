import type { SessionCall } from '../../sessions/session-call.ts';
import { createCallCounter } from '../call-tally.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { describeCalls } from '../describe-calls.ts';
import { describePolicy } from '../describe-policy.ts';
import { policyOfCalls } from '../policy-of-calls.ts';
import { addPolicyOptions, type PolicyOptions, targetOf } from '../policy-options.ts';
import { readCalls } from '../read-calls.ts';
import { defaultSession, dirOption, openSessions } from '../session-folder-option.ts';
import { openUserCatalog } from '../user-catalog.ts';
import { expectWritablePath } from '../write-output-file.ts';
import { writePolicy } from '../write-policy.ts';

interface GenerateOptions extends PolicyOptions {
  readonly dir?: string;
}

const about = [
  'Prints the smallest IAM policy that allows every recognised call of the sessions, and nothing else. Calls that AWS denied are part of it: the program asked for them. The same recording gives the same bytes, so a policy in a repository changes only when the recorded calls do.',
].join('\n\n');

const examples = `
Examples:
  leastgrant generate                           the policy of session default
  leastgrant generate app worker                one policy for two sessions
  leastgrant generate app --output policy.json  into a file, replaced in one step
  leastgrant generate --format terraform        as an aws_iam_policy_document`;

/** Defines `leastgrant generate`. */
export const defineGenerate: DefineCommand = (command, context) => {
  command
    .description(about)
    .argument('[sessions...]', `sessions to generate from (default: ${defaultSession})`);
  addPolicyOptions(command)
    .addOption(dirOption())
    .addHelpText('after', examples)
    .action((sessions: readonly string[], options: GenerateOptions) =>
      generate(sessions.length === 0 ? [defaultSession] : sessions, options, context),
    );
};

async function generate(
  sessions: readonly string[],
  options: GenerateOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const { output } = options;
  if (output !== undefined) await expectWritablePath(terminal.cwd, output);
  const store = await openSessions(options.dir, terminal);
  const recorded: (readonly SessionCall[])[] = [];
  for (const name of new Set(sessions)) recorded.push(await readCalls(store, name));
  const calls = recorded.flat();
  const counter = createCallCounter();
  for (const call of calls) counter.add(call, call.count);
  const policy = policyOfCalls(calls, openUserCatalog(terminal), { target: targetOf(options) });
  await writePolicy(policy, options, terminal);
  for (const line of describePolicy(policy)) terminal.say(line);
  for (const line of describeCalls(counter.tally(), sessions)) terminal.say(line);
}
