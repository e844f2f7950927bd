import { Option } from 'commander';
import {
  createExplanationFilter,
  type ExplanationQuestion,
} from '../../generator/explain/explanation-filter.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { conditionChoiceOf } from '../condition-options.ts';
import { applyConfig, sayConfig } from '../config/apply-config.ts';
import { addConfigOptions, type ConfigOption, loadConfig } from '../config/config-option.ts';
import { describeIgnored } from '../config/describe-ignored.ts';
import { createCallFilter } from '../config/ignored-calls.ts';
import type { Settings } from '../config/settings.ts';
import { describeCalls } from '../describe-calls.ts';
import { explainCalls } from '../explain-calls.ts';
import { type ExplainedPolicy, explanationFields } from '../explanation-fields.ts';
import { expectPatterns } from '../narrow-options.ts';
import { policyOfCalls } from '../policy-of-calls.ts';
import { addPolicyContentOptions, type PolicyContentOptions } from '../policy-options.ts';
import { type RecordedCalls, readRecorded } from '../read-recorded.ts';
import { renderExplanation } from '../render-explanation.ts';
import { rerunWithRoom } from '../rerun-with-room.ts';
import {
  defaultSession,
  dirOption,
  openSessions,
  sessionFolderOf,
} from '../session-folder-option.ts';
import { openUserCatalog } from '../user-catalog.ts';

interface ExplainOptions extends PolicyContentOptions, ExplanationQuestion {
  readonly format: 'text' | 'json';
  readonly config?: ConfigOption;
  readonly dir?: string;
}

const about = [
  'Explains the policy of the sessions: for each action and resource the statement in which it stands, the rule that asks for it with its source, and the calls behind that, with how often and when they were made, by which client, and how they ended. Wildcards, conditions, calls that need no permission and what services may do unseen are explained too.',
  'The policy is the one that `leastgrant generate` prints with the same options. --action, --resource and --call take `*` and `?`; a resource that a wildcard of the policy covers finds that line. What the policy does not allow is said, with the nearest that it does.',
].join('\n\n');

const examples = `
Examples:
  leastgrant explain                            the whole policy of session default
  leastgrant explain app --action s3:PutObject
  leastgrant explain app --resource arn:aws:s3:::my-bucket-1/a/b.txt
  leastgrant explain app --call 'dynamodb:*' --format json | jq '.statements[].sid'`;

/** Defines `leastgrant explain`. */
export const defineExplain: DefineCommand = (command, context) => {
  command
    .description(about)
    .argument('[sessions...]', `sessions whose policy is explained (default: ${defaultSession})`)
    .option('--action <action>', 'only this action: `s3:GetObject`, or its name alone, in any case')
    .option(
      '--resource <resource>',
      'only what is or covers this resource: an ARN, or a part of one',
    )
    .option(
      '--call <operation>',
      'only what calls of this operation need: `s3:GetObject`, or its name alone',
    )
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices(['text', 'json'])
        .default('text'),
    );
  addConfigOptions(addPolicyContentOptions(command))
    .addOption(dirOption())
    .addHelpText('after', examples)
    .action((sessions: readonly string[], options: ExplainOptions) =>
      explain(sessions.length === 0 ? [defaultSession] : sessions, options, context),
    );
};

async function explain(
  sessions: readonly string[],
  asked: ExplainOptions,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const config = await loadConfig(asked.config, terminal);
  const options = applyConfig(asked, config);
  expectPatterns(options);
  conditionChoiceOf(options);
  const folder = sessionFolderOf(options.dir, terminal, config?.folder);
  if (await rerunWithRoom(folder, sessions, context)) return;
  const store = await openSessions(options.dir, terminal, config?.folder);
  const recorded = await readRecorded(store, sessions, options);
  const explained = explainPolicy(sessions, recorded, options, openUserCatalog(terminal));
  await terminal.writeResult(
    options.format === 'json'
      ? `${JSON.stringify(explanationFields(explained), null, 2)}\n`
      : renderExplanation(explained),
  );
  sayConfig(config, terminal);
  for (const line of describeIgnored(explained.policy.ignored)) terminal.say(line);
  for (const line of describeCalls(recorded.tally, sessions)) terminal.say(line);
}

function explainPolicy(
  sessions: readonly string[],
  { calls, runValues }: RecordedCalls,
  options: ExplainOptions & Settings,
  catalog: ReturnType<typeof openUserCatalog>,
): ExplainedPolicy {
  const { action, resource, call } = options;
  const question = {
    ...(action !== undefined && { action }),
    ...(resource !== undefined && { resource }),
    ...(call !== undefined && { call }),
  };
  const settings = { ...options, runValues, target: options.target ?? 'managed' };
  const policy = policyOfCalls(calls, catalog, settings);
  const filter = createExplanationFilter(question);
  const kept = createCallFilter(options.ignore ?? []).keep(calls);
  return {
    sessions,
    question,
    policy,
    explanation: explainCalls(kept, policy, catalog, settings, filter),
  };
}
