import { findConditionKind } from '../../iam/authorize/condition-kinds.ts';
import type { PolicyStatement } from '../../iam/policy.ts';
import { hasWildcard } from '../covering-patterns.ts';
import type { StatementExplanation } from '../explanation.ts';
import { standsForAction } from '../shorten/stands-for-action.ts';
import { conditionsOf, namePolicies, nothingNeeded, type PolicyExport } from './policy-export.ts';

/** Returns a page for reviewers: a table for each statement, with a line for each action, resource and condition, and why it is there. */
export function renderMarkdown(exported: PolicyExport): string {
  if (exported.documents.length === 0) return `# ${exported.name}\n\n${nothingNeeded}\n`;
  const blocks = namePolicies(exported).flatMap(({ name, document, explanations }) => [
    `# ${escapeText(name)}`,
    summarise(document.Statement, exported),
    ...document.Statement.flatMap((statement, at) => [
      `## ${escapeText(statement.Sid)}`,
      tableOf(statement, explanations[at], exported),
    ]),
  ]);
  return `${blocks.join('\n\n')}\n`;
}

const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const;
const unknownLevel = 'unknown';

function summarise(
  statements: readonly PolicyStatement[],
  { accessLevelOf }: PolicyExport,
): string {
  const actions = [...new Set(statements.flatMap(({ Action }) => Action))];
  const counts = [...levels, unknownLevel].map((level) => ({
    level,
    count: actions.filter((action) => (accessLevelOf(action) ?? unknownLevel) === level).length,
  }));
  const rows = counts
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `| ${level} | ${count} |`);
  return ['| Access level | Actions |', '| --- | --- |', ...rows].join('\n');
}

function tableOf(
  statement: PolicyStatement,
  explanation: StatementExplanation | undefined,
  { accessLevelOf }: PolicyExport,
): string {
  const rows = [
    ...statement.Action.map((action) => [
      'action',
      code(action),
      accessLevelOf(action) ?? unknownLevel,
      reasonsOf(action, explanation),
    ]),
    ...statement.Resource.map((resource) => [
      'resource',
      code(resource),
      '',
      reasonsOfResource(resource, explanation),
    ]),
    ...conditionsOf(statement).flatMap(({ operator, key, values }) =>
      values.map((value) => ['condition', code(`${operator} ${key} ${value}`), '', originOf(key)]),
    ),
  ];
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return ['| | Line | Access level | Reason |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function originOf(key: string): string {
  return findConditionKind(key)?.use === 'given' ? 'as given' : 'as recorded';
}

function reasonsOf(action: string, explanation: StatementExplanation | undefined): string {
  const reasons =
    explanation?.reasons.filter((reason) => standsForAction(action, reason.action)) ?? [];
  return reasons
    .map(({ because, confidence }) => `${escapeText(because)} (${confidence})`)
    .join('; ');
}

function reasonsOfResource(
  resource: string,
  explanation: StatementExplanation | undefined,
): string {
  if (!hasWildcard(resource)) return 'as recorded';
  const reasons = explanation?.wildcards.filter((wildcard) => wildcard.resource === resource) ?? [];
  return reasons.map(({ reason }) => escapeText(reason)).join('; ');
}

/**
 * A code span whose fence is longer than any run of backticks inside it. GitHub's tables split at a bar even there,
 * unless it is escaped; a control character is shown by its code point.
 */
function code(text: string): string {
  const shown = text.replaceAll(unprintable, toCodePoint).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** Code spans in reasons stay; what else Markdown or HTML would read is escaped. */
function escapeText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, at) =>
      at % 2 === 1 ? code(part.slice(1, -1)) : part.replaceAll(/[\\*_[\]<>|~#`]/g, '\\$&'),
    )
    .join('')
    .replaceAll(unprintable, toCodePoint);
}

const unprintable = /[\p{Cc}\u2028\u2029]/gu;

function toCodePoint(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
