import { Option } from 'commander';
import { renderJson } from '../../generator/render/json.ts';
import type { SessionCall } from '../../sessions/session-call.ts';
import { createCallCounter } from '../call-tally.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { describeCalls } from '../describe-calls.ts';
import { describePolicy } from '../describe-policy.ts';
import { formatOption } from '../format-option.ts';
import { policyOfCalls } from '../policy-of-calls.ts';
import { defaultSession, dirOption, openSessions } from '../session-folder-option.ts';
import { openUserCatalog } from '../user-catalog.ts';
import { expectWritablePath, writeOutputFile } from '../write-output-file.ts';

interface GenerateOptions {
  readonly output?: string;
  readonly dir?: string;
}

const about = [
  'Prints the smallest IAM policy that allows every recognised call of the sessions, and nothing else. Calls that AWS denied are part of it: the program asked for them. The same recording gives the same bytes, so a policy in a repository changes only when the recorded calls do.',
].join('\n\n');

const examples = `
Examples:
  leastgrant generate                           the policy of session default
  leastgrant generate app worker                one policy for two sessions
  leastgrant generate app --output policy.json  into a file, replaced in one step`;

/** Defines `leastgrant generate`. */
export const defineGenerate: DefineCommand = (command, context) => {
  command
    .description(about)
    .argument('[sessions...]', `sessions to generate from (default: ${defaultSession})`)
    .option('-o, --output <file>', 'write the policy to a file instead of stdout')
    .addOption(formatOption())
    .addOption(
      new Option('--scope <scope>', 'how resources are written')
        .choices(['exact'])
        .default('exact'),
    )
    .addOption(dirOption())
    .addHelpText('after', examples)
    .action((sessions: readonly string[], options: GenerateOptions) =>
      generate(sessions.length === 0 ? [defaultSession] : sessions, options, context),
    );
};

async function generate(
  sessions: readonly string[],
  { output, dir }: GenerateOptions,
  { terminal }: CommandContext,
): Promise<void> {
  if (output !== undefined) await expectWritablePath(terminal.cwd, output);
  const store = await openSessions(dir, terminal);
  const recorded: (readonly SessionCall[])[] = [];
  for (const name of new Set(sessions)) recorded.push((await store.read(name)).calls);
  const calls = recorded.flat();
  const counter = createCallCounter();
  for (const call of calls) counter.add(call, call.count);
  const policy = policyOfCalls(calls, openUserCatalog(terminal));
  const text = renderJson(policy.document);
  if (output === undefined) await terminal.writeResult(text);
  else await writeOutputFile(terminal.cwd, output, text);
  for (const line of describePolicy(policy)) terminal.say(line);
  for (const line of describeCalls(counter.tally(), sessions)) terminal.say(line);
}
