import { Option } from 'commander';
import type { Finding, FindingLevel } from '../../iam/lint/finding.ts';
import { lintPolicies } from '../../iam/lint/lint-policies.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { plural } from '../plural.ts';
import { readPolicies } from '../read-policies.ts';
import { openUserCatalog } from '../user-catalog.ts';

interface LintOptions {
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
}

const about = [
  'Finds what is wrong, dangerous or superfluous in IAM policies: what IAM refuses, actions and condition keys that AWS does not have, resources that no action fits, policies that are too large, and the known ways in which a policy leads to more permissions than it gives.',
  'A policy file is an IAM policy as JSON, a Terraform plan or state (`terraform show -json`), or a CloudFormation or SAM template as JSON or YAML. Exit code 1 says that there are errors; with --strict, errors or warnings.',
].join('\n\n');

const examples = `
Examples:
  leastgrant lint policy.json
  leastgrant lint --strict policies/*.json      warnings fail as well
  terraform show -json plan > plan.json && leastgrant lint plan.json
  leastgrant lint template.yaml --format json | jq -r '.findings[].code'`;

/** Defines `leastgrant lint`. */
export const defineLint: DefineCommand = (command, context) => {
  command
    .description(about)
    .argument('<policy...>', 'policy files')
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--strict', 'end with exit code 1 where there are warnings')
    .addHelpText('after', examples)
    .action((files: readonly string[], options: LintOptions) => lint(files, options, context));
};

async function lint(
  files: readonly string[],
  { format, strict }: LintOptions,
  { terminal, exitWith }: CommandContext,
): Promise<void> {
  const sources = await readPolicies(files, terminal);
  const findings = lintPolicies(sources, openUserCatalog(terminal));
  const count = (level: FindingLevel) => findings.filter((one) => one.level === level).length;
  const counts = { error: count('error'), warning: count('warning'), note: count('note') };
  await terminal.writeResult(
    format === 'json'
      ? `${JSON.stringify({ policies: sources.map(({ name }) => name), counts, findings }, null, 2)}\n`
      : findings.map(toLine).join(''),
  );
  terminal.say(
    `leastgrant: ${plural(sources.length, 'policy', 'policies')}: ${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')}, ${plural(counts.note, 'note')}`,
  );
  if (counts.error > 0 || (strict === true && counts.warning > 0)) exitWith(1);
}

function toLine({ level, code, policy, where, message, because }: Finding): string {
  const place = where === '' ? policy : `${policy}: ${where}`;
  return `${place}: ${level}: ${message} [${code}]\n  ${because}\n`;
}
