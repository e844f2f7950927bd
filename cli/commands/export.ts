import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import { LeastgrantError } from '../../errors.ts';
import { nearestName } from '../../iam/policy-document/nearest-name.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { conditionChoiceOf } from '../condition-options.ts';
import { configOption, type LoadedConfig, loadConfig } from '../config/config-option.ts';
import type { PolicyConfig } from '../config/config-shape.ts';
import { configFileName, findRepository } from '../config/find-config.ts';
import { describeChanges, describePendingChanges } from '../export/describe-changes.ts';
import { describePolicies, describeUnusedRules } from '../export/describe-policies.ts';
import { findFileOwners } from '../export/file-owners.ts';
import { type ExportChanges, findChanges } from '../export/find-changes.ts';
import { type ConfiguredPolicy, makePolicies } from '../export/make-policies.ts';
import { planFiles } from '../export/plan-files.ts';
import { replaceFiles } from '../export/replace-files.ts';
import { plural } from '../plural.ts';
import { addPolicyContentOptions, type PolicyContentOptions } from '../policy-options.ts';
import { rerunWithRoom } from '../rerun-with-room.ts';
import { dirOption, openSessions, sessionFolderOf } from '../session-folder-option.ts';
import type { Terminal } from '../terminal.ts';
import { openUserCatalog } from '../user-catalog.ts';

interface ExportOptions extends PolicyContentOptions {
  readonly config?: string;
  readonly check?: boolean;
  readonly dir?: string;
}

const about = [
  `Writes the policies of ${configFileName} into the files of a repository: all that it names, or those that are named here. Either every file is written or none, and a file that already says the same stays as it is. What the command line says wins over the file.`,
  'With --check nothing is written: what would change is printed, and exit code 1 says that something would.',
].join('\n\n');

const examples = `
Examples:
  leastgrant export                             all policies of ${configFileName}
  leastgrant export shop-app                    one of them
  leastgrant export --check                     in CI: are the policies those of the recordings?
  leastgrant export --config deploy/${configFileName}

A configuration:
  {
    "policies": {
      "shop-app": { "sessions": ["app"], "files": { "terraform": "infra/shop-app.tf" } }
    }
  }`;

/** Defines `leastgrant export`. */
export const defineExport: DefineCommand = (command, context) => {
  command
    .description(about)
    .argument('[policies...]', 'policies to write, by their names (default: all)')
    .option('--check', 'write nothing; exit code 1 where a file would change')
    .addOption(configOption());
  addPolicyContentOptions(command)
    .addOption(dirOption())
    .addHelpText('after', examples)
    .action((names: readonly string[], options: ExportOptions) =>
      exportPolicies(names, options, context),
    );
};

async function exportPolicies(
  names: readonly string[],
  options: ExportOptions,
  context: CommandContext,
): Promise<void> {
  const { terminal, exitWith } = context;
  const loaded = await expectConfig(options.config, terminal);
  conditionChoiceOf(options);
  const chosen = choosePolicies(loaded, names);
  const { config, folder, path } = loaded;
  const sessions = chosen.flatMap(([, { sessions: named }]) => named);
  if (await rerunWithRoom(sessionFolderOf(options.dir, terminal, folder), sessions, context))
    return;
  const area = { root: findRepository(folder) ?? folder, folder, reserved: [path] };
  const owners = await findFileOwners(config, area);
  const store = await openSessions(options.dir, terminal, folder);
  const catalog = openUserCatalog(terminal);
  const policies = await makePolicies(config, chosen, { store, catalog, options });
  const outputs = await planFiles(policies, {
    area,
    owners,
    attachedAs: options.target,
    terminal,
  });
  const here = await realpath(terminal.cwd);
  const found = await findChanges(outputs, owners, (target) => relative(here, target));
  if (options.check === true) {
    await terminal.writeResult(describePendingChanges(found.changes));
    if (found.changes.length > 0) exitWith(1);
  } else {
    await replaceFiles(found.changes);
    await terminal.writeResult(describeChanges(found.changes));
  }
  report(policies, found, { isCheck: options.check === true, isAll: names.length === 0 }, terminal);
}

async function expectConfig(option: string | undefined, terminal: Terminal): Promise<LoadedConfig> {
  const loaded = await loadConfig(option, terminal);
  if (loaded !== undefined) return loaded;
  throw new LeastgrantError('E_INPUT', `there is no \`${configFileName}\` here or above`, {
    hint: 'write one that says where policies go: `leastgrant help export` shows how',
  });
}

function choosePolicies(
  { file, config: { policies = {} } }: LoadedConfig,
  names: readonly string[],
): readonly (readonly [string, PolicyConfig])[] {
  const known = Object.keys(policies);
  if (known.length === 0) {
    throw new LeastgrantError('E_INPUT', `\`${file}\` names no policy to export`, {
      hint: 'add `policies`: `leastgrant help export` shows how',
    });
  }
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) {
    return Object.entries(policies).filter(([name]) => names.length === 0 || names.includes(name));
  }
  const meant = nearestName(unknown, known);
  throw new LeastgrantError('E_USAGE', `\`${file}\` has no policy \`${unknown}\``, {
    hint: meant === undefined ? `there are: ${known.join(', ')}` : `did you mean \`${meant}\`?`,
  });
}

function report(
  policies: readonly ConfiguredPolicy[],
  { changes, unchanged, leftAlone }: ExportChanges,
  { isCheck, isAll }: { readonly isCheck: boolean; readonly isAll: boolean },
  terminal: Terminal,
): void {
  for (const line of describePolicies(policies)) terminal.say(line);
  if (isAll) for (const line of describeUnusedRules(policies)) terminal.say(line);
  for (const path of leftAlone) {
    terminal.say(
      `leastgrant: \`${path}\` may be left from an earlier export, but is not as that wrote it: remove it where it is not needed`,
    );
  }
  const changed = `${plural(changes.length, 'file')} ${isCheck ? 'would change' : 'changed'}`;
  terminal.say(`leastgrant: ${changed}, ${unchanged.toLocaleString('en-US')} as before`);
}
