import { Option } from 'commander';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { findHome } from '../../generator/find-home.ts';
import { createNeeds, type Needs } from '../../generator/verify/needs.ts';
import { withRequestKeys } from '../../generator/verify/request-keys.ts';
import { verifyPolicies } from '../../generator/verify/verify-policies.ts';
import { authorize } from '../../iam/authorize/authorize.ts';
import { everyCondition } from '../../iam/authorize/condition-choice.ts';
import { type CompiledPolicy, compilePolicy } from '../../iam/evaluate/compile-policy.ts';
import { toInputError } from '../../iam/policy-document/document-problem.ts';
import { parsePolicy } from '../../iam/policy-document/parse-policy.ts';
import type { PolicySource } from '../../iam/policy-document/sources/policy-source.ts';
import type { PseudoParameters } from '../../iam/policy-document/sources/resolve-intrinsics.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../../sessions/session-call.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import {
  addConfigOptions,
  type ConfigOption,
  type LoadedConfig,
  loadConfig,
} from '../config/config-option.ts';
import { describeIgnored } from '../config/describe-ignored.ts';
import { type CallFilter, createCallFilter } from '../config/ignored-calls.ts';
import { listNames } from '../describe-calls.ts';
import { plural } from '../plural.ts';
import { readCalls } from '../read-calls.ts';
import { readPolicies } from '../read-policies.ts';
import { renderVerification, verificationFields } from '../render-verification.ts';
import { rerunWithRoom } from '../rerun-with-room.ts';
import {
  defaultSession,
  dirOption,
  openSessions,
  sessionFolderOf,
} from '../session-folder-option.ts';
import { findUnmappedOperations } from '../unmapped-operations.ts';
import { openUserCatalog } from '../user-catalog.ts';

interface VerifyOptions {
  readonly session?: readonly string[];
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
  readonly config?: ConfigOption;
  readonly dir?: string;
}

const about = [
  'Compares policies with what was recorded: whether they allow every recorded call, which of their parts no call needs, and what they allow besides, by access level. All policies that are named count as attached together.',
  'A policy file is an IAM policy as JSON, a Terraform plan or state (`terraform show -json`), or a CloudFormation or SAM template as JSON or YAML. Exit code 1 says that a recorded call is not allowed; with --strict, that the policies allow more than was recorded or have parts that no call needs.',
].join('\n\n');

const examples = `
Examples:
  leastgrant verify policy.json                 against session default
  leastgrant verify policy.json --session app --session worker
  leastgrant verify a.json b.json --strict      two policies of one role, nothing in excess
  terraform show -json plan > plan.json && leastgrant verify plan.json
  leastgrant verify policy.json --format json | jq '.excess.actions'`;

/** Defines `leastgrant verify`. */
export const defineVerify: DefineCommand = (command, context) => {
  addConfigOptions(command)
    .description(about)
    .argument('<policy...>', 'policy files')
    .addOption(
      new Option(
        '-s, --session <name>',
        `session to compare with, repeatable (default: ${defaultSession})`,
      ).argParser((name: string, names: readonly string[] = []) => [...names, name]),
    )
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--strict', 'end with exit code 1 where the policies allow more than was recorded')
    .addOption(dirOption())
    .addHelpText('after', examples)
    .action((files: readonly string[], options: VerifyOptions) => verify(files, options, context));
};

async function verify(
  files: readonly string[],
  { session = [defaultSession], format, strict, dir, config: option }: VerifyOptions,
  context: CommandContext,
): Promise<void> {
  const { terminal, exitWith } = context;
  const config = await loadConfig(option, terminal);
  const filter = createCallFilter(config?.config.ignore ?? []);
  const folder = sessionFolderOf(dir, terminal, config?.folder);
  if (await rerunWithRoom(folder, session, context)) return;
  const store = await openSessions(dir, terminal, config?.folder);
  const recorded: SessionCall[] = [];
  for (const name of new Set(session)) {
    for (const call of (await readCalls(store, name)).calls) recorded.push(call);
  }
  const calls = filter.keep(recorded);
  const policies = (await readPolicies(files, terminal, pseudoParametersOf(calls))).map(compile);
  const catalog = openUserCatalog(terminal);
  const needs = needsOf(calls, policies, catalog, filter);
  const verification = verifyPolicies(policies, needs, catalog);
  await terminal.writeResult(
    format === 'json'
      ? `${JSON.stringify(verificationFields(verification), null, 2)}\n`
      : renderVerification(verification),
  );
  sayUnverified(calls, catalog, terminal.say);
  sayIgnored(filter, config, terminal.say);
  const { removable, excess } = verification;
  const hasMore = removable.length + excess.actions.length + excess.resources.length > 0;
  if (!verification.ok || (strict === true && hasMore)) exitWith(1);
}

/** A template is taken as deployed where the recording was made. */
function pseudoParametersOf(calls: readonly SessionCall[]): PseudoParameters {
  const { partition, region, account } = findHome(calls);
  return {
    ...(partition !== undefined && { 'AWS::Partition': partition }),
    ...(region !== undefined && { 'AWS::Region': region }),
    ...(account !== undefined && { 'AWS::AccountId': account }),
  };
}

function compile({ name, document, problems }: PolicySource): CompiledPolicy {
  const [first] = problems;
  if (first !== undefined) throw toInputError(name, first);
  return compilePolicy(parsePolicy(document, name), name);
}

function needsOf(
  calls: readonly SessionCall[],
  policies: readonly CompiledPolicy[],
  catalog: CatalogSource,
  filter: CallFilter,
): Needs<RecognisedSessionCall> {
  const needs = createNeeds<RecognisedSessionCall>();
  const withKeys = withRequestKeys(policies);
  for (const call of calls) {
    if (!isRecognised(call)) continue;
    // A request has all that a condition could ask for, whether or not the policy asks for it.
    const permissions = authorize(call, catalog, everyCondition);
    for (const permission of filter.keepPermissions(call, permissions)) {
      needs.add(withKeys(permission, call), call);
    }
  }
  return needs;
}

/** What is not known to need a permission cannot be compared: it must not pass for allowed. */
function sayUnverified(
  calls: readonly SessionCall[],
  catalog: CatalogSource,
  say: (line: string) => void,
): void {
  const unrecognised = calls.filter((call) => !isRecognised(call)).length;
  if (unrecognised > 0) {
    const were = unrecognised === 1 ? 'was' : 'were';
    say(
      `leastgrant: ${plural(unrecognised, 'recorded call')} ${were} not recognised and not compared`,
    );
  }
  const unmapped = findUnmappedOperations(calls, catalog);
  if (unmapped.length > 0)
    say(`leastgrant: no action is known for ${listNames(unmapped)}: not compared`);
}

function sayIgnored(
  filter: CallFilter,
  config: LoadedConfig | undefined,
  say: (line: string) => void,
): void {
  const lines = describeIgnored(filter.ignored());
  if (config === undefined || lines.length === 0) return;
  say(`leastgrant: not compared, as \`${config.file}\` asks for:`);
  for (const line of lines) say(line);
}
