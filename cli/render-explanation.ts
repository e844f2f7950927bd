import type { CallGroup } from '../generator/explain/call-groups.ts';
import type { ExplainedRule } from '../generator/explain/explain-lines.ts';
import { listNames } from './describe-calls.ts';
import { type ExplainedPolicy, explanationFields, isEmpty } from './explanation-fields.ts';
import { plural } from './plural.ts';
import { toPrintable } from './printable.ts';

/** Of longer lists the first few are shown; JSON has them all. */
const mostLines = 20;
const mostResources = 3;

type Fields = ReturnType<typeof explanationFields>;
type StatementFields = Fields['statements'][number];
type LineFields = StatementFields['permissions'][number];

/** Returns an explanation as lines for a reader. */
export function renderExplanation(explained: ExplainedPolicy): string {
  const fields = explanationFields(explained);
  const isAsked = Object.values(fields.asked).some((part) => part !== null);
  const lines = isEmpty(explained.explanation)
    ? [...missingLines(fields)]
    : [
        ...fields.statements.flatMap((one) => [...statementLines(one, fields), '']),
        ...hiddenLines(fields.hidden, fields),
        ...fields.untold.flatMap(untoldLines),
        ...fields.noPermission.flatMap(needlessLines),
        ...(isAsked ? [] : availableLines(fields)),
      ];
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${toPrintable(line)}\n`).join('');
}

function statementLines(
  { policy, sid, conditions, permissions }: StatementFields,
  fields: Fields,
): readonly string[] {
  const isOneOf = policy !== null && fields.statements.some((one) => one.policy !== policy);
  const rest = permissions.length - mostLines;
  return [
    isOneOf ? `${sid} (policy ${policy})` : sid,
    ...conditions.map(
      ({ operator, key, values, because }) =>
        `  condition ${operator} ${key}: ${listNames(values)}${because === null ? '' : `; it ${because}`}`,
    ),
    ...permissions.slice(0, mostLines).flatMap((line) => permissionLines(line, fields)),
    ...(rest > 0
      ? [
          `  and ${plural(rest, 'line')} more: --action, --resource and --call narrow them, --format json has all`,
        ]
      : []),
  ];
}

function permissionLines(
  { action, resource, wildcards, coveredOnly, rules }: LineFields,
  { asked }: Fields,
): readonly string[] {
  return [
    `  ${action} on ${resource}`,
    ...wildcards.map((reason) => `    wildcard: ${reason}`),
    ...(coveredOnly ? [`    covers ${asked.resource}, which no call asked for`] : []),
    ...rules.flatMap((rule) => ruleLines(rule, resource)),
  ];
}

function ruleLines(
  { because, confidence, source, calls }: ExplainedRule,
  resource: string,
): readonly string[] {
  return [
    `    because ${because} (${confidence}: ${source})`,
    ...calls.flatMap((group) => callLines(group, '      ', resource)),
  ];
}

function callLines(group: CallGroup, indent: string, resource?: string): readonly string[] {
  const { service, operation, outcome, errorCode, client, count, distinct, resources } = group;
  const error = errorCode === null ? '' : ` (${errorCode})`;
  const differing = distinct > 1 ? `, ${distinct.toLocaleString('en-US')} distinct` : '';
  const by = client === null ? '' : `, by ${client}`;
  const labels = group.labels.length === 0 ? '' : `, in ${listNames(group.labels)}`;
  const times =
    group.firstSeen === group.lastSeen
      ? group.firstSeen
      : `${group.firstSeen} to ${group.lastSeen}`;
  const isRepeated = resources.length === 1 && resources[0] === resource;
  return [
    `${indent}${plural(count, 'call')} of ${service} ${operation}${differing}: ${outcome}${error}${by}${labels}`,
    `${indent}  ${times}`,
    ...(isRepeated || resources.length === 0
      ? []
      : [`${indent}  asked for ${listResources(resources)}`]),
  ];
}

function listResources(resources: readonly string[]): string {
  const rest = resources.length - mostResources;
  const shown = resources.slice(0, mostResources).join(', ');
  return rest > 0 ? `${shown} and ${rest.toLocaleString('en-US')} more` : shown;
}

function hiddenLines(hidden: Fields['hidden'], fields: Fields): readonly string[] {
  if (hidden.length === 0) return [];
  return [
    'Not in the policy: what services may do for the caller unseen. --include-hidden adds it.',
    '',
    ...hidden.flatMap((one) => [
      ...statementLines(one, fields),
      ...JSON.stringify(one.statement, null, 2)
        .split('\n')
        .map((line) => `  ${line}`),
      '',
    ]),
  ];
}

function untoldLines({ what, remedy, source, calls }: Fields['untold'][number]): readonly string[] {
  return [
    `Cannot be told from the call: it ${what}`,
    `  ${remedy} (${source})`,
    ...calls.flatMap((group) => callLines(group, '  ')),
    '',
  ];
}

const needlessTitles = {
  'none needed': 'No permission needed',
  denied: 'NOT IN THE POLICY',
  unknown: 'MAY BE MISSING',
} as const;

function needlessLines({ kind, reason, calls }: Fields['noPermission'][number]): readonly string[] {
  return [
    `${needlessTitles[kind]}: ${reason}`,
    ...calls.flatMap((group) => callLines(group, '  ')),
    '',
  ];
}

function availableLines({ available }: Fields): readonly string[] {
  if (available.length === 0) return [];
  return [
    'Conditions that hold for these calls, but may fail the next run. --conditions +KEY writes one.',
    ...available.map(
      ({ key, because, actions }) =>
        `  ${key} ${because === null ? '' : `${because} `}(${listNames(actions)})`,
    ),
  ];
}

function missingLines({ asked, nearest, nearestCall }: Fields): readonly string[] {
  const { action, resource, call } = asked;
  const what = [
    action === null ? [] : [`\`${action}\``],
    resource === null ? [] : [`on \`${resource}\``],
    call === null ? [] : [`for a call \`${call}\``],
  ].flat();
  return [
    what.length === 0
      ? 'the session holds no call that needs a permission'
      : `the policy allows nothing that was asked for: ${what.join(' ')}`,
    ...nearest.map(({ sid, action: near, resource: on }) => `  nearest: ${near} on ${on} (${sid})`),
    ...(nearestCall === null ? [] : [`  nearest call: ${nearestCall}`]),
  ];
}
