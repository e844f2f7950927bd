import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';
import { type ConditionKind, conditionKinds } from '../../iam/authorize/condition-kinds.ts';
import { taggedByService } from '../catalog/tagging-api-rows.ts';

/** The page whose tables are generated, from the folder of the checkout. */
export const authorizationPage = join(import.meta.dirname, '..', '..', 'docs', 'authorization.md');

const begin = '<!-- generated from the catalog by scripts/docs/authorization-tables.ts -->';

/** Writes the tables of the page again. */
export function writeAuthorizationPage(): void {
  const page = readFileSync(authorizationPage, 'utf8');
  writeFileSync(authorizationPage, renderAuthorizationPage(page, openCatalog()));
}

/** Returns the page with the tables of rules that the catalog holds in place of the ones in it. */
export function renderAuthorizationPage(page: string, catalog: CatalogSource): string {
  const prose = page.slice(0, page.indexOf(begin) + begin.length);
  return `${prose}\n\n${renderTables(catalog)}\n`;
}

function renderTables(catalog: CatalogSource): string {
  const rules = catalog.index
    .map(({ service }) => service)
    .sort()
    .flatMap((service) => rulesOf(service, catalog));
  const passed = rules.filter(isPassRole);
  const tagged = rules.filter(isTagging);
  const firstUse = rules.filter(({ grant }) => grant.hidden === true && makesRole(grant));
  const unseen = rules.filter(({ grant }) => grant.hidden === true && !makesRole(grant));
  const conditional = rules.filter(
    (rule) =>
      !isPassRole(rule) && !isTagging(rule) && !rule.grant.hidden && hasOwnConditions(rule.grant),
  );
  const others = rules.filter(
    (rule) => !isPassRole(rule) && !isTagging(rule) && rule.grant.from === 'table',
  );
  return [
    '## Roles that are handed to a service',
    table(
      ['service', 'operations', 'handed to'],
      group(passed, ({ grant }) => [receiverOf(grant)]),
    ),
    '## Tags of what is created',
    table(
      ['service', 'operations', 'action', 'held to the operation by'],
      group(tagged, ({ grant }) => [
        code(grant.action),
        Object.keys(grant.conditions?.StringEquals ?? {})
          .map(code)
          .join(', '),
      ]),
    ),
    '## Service-linked roles made by a first call',
    table(
      ['service', 'operations', 'role of'],
      group(firstUse, ({ grant }) => [
        (grant.conditions?.StringEquals?.['iam:AWSServiceName'] ?? []).map(code).join(', '),
      ]),
    ),
    '## What services do for the caller unseen',
    table(
      ['service', 'operations', 'actions', 'when', 'why', 'source'],
      group(unseen, (rule) => [
        actionsLike(rule, unseen).map(code).join(', '),
        whenOf(rule.grant),
        rule.grant.because ?? '',
        rule.grant.source ?? '',
      ]),
    ),
    '## Kinds of conditions',
    table(
      ['key', 'written', 'what it does', 'source'],
      conditionKinds.map(({ key, use, about, source }) => [
        code(key),
        writtenWhen[use],
        about,
        source,
      ]),
    ),
    '## Conditions by operation',
    'Operations that only tag or untag offer `aws:TagKeys` and, where they set tags, `aws:RequestTag/KEY`; actions without a resource offer `aws:RequestedRegion`. The others:',
    table(
      ['service', 'operations', 'action', 'always', 'offered'],
      group(conditional, ({ grant }) => [
        code(grant.action),
        conditionsOf(grant.conditions),
        conditionsOf(grant.offered),
      ]),
    ),
    '## Operations with actions of other names, or more than one',
    table(
      ['service', 'operations', 'action', 'when'],
      group(others, ({ grant }) =>
        grant.because === taggedByService
          ? ['the action that tags in each service: `ec2:CreateTags`', 'with its resources']
          : [code(grant.action), whenOf(grant)],
      ),
    ),
  ].join('\n\n');
}

const writtenWhen: Readonly<Record<ConditionKind['use'], string>> = {
  default: 'by default',
  offered: 'where asked for',
  given: 'with values that are given',
};

interface Rule {
  readonly service: string;
  readonly operation: string;
  readonly grant: GrantEntry;
}

function rulesOf(service: string, catalog: CatalogSource): readonly Rule[] {
  const operations = catalog.findService(service)?.operations ?? {};
  return Object.entries(operations).flatMap(([operation, { grants = [] }]) =>
    grants.map((grant) => ({ service, operation, grant })),
  );
}

function isPassRole({ grant }: Pick<Rule, 'grant'>): boolean {
  const isHanded = grant.because?.startsWith('hands ') === true;
  return grant.action === 'iam:PassRole' && grant.hidden !== true && isHanded;
}

function isTagging({ grant }: Pick<Rule, 'grant'>): boolean {
  return grant.because?.startsWith('tags what ') === true;
}

/** The actions of an operation that are asked for alike. */
function actionsLike(
  { service, operation, grant }: Rule,
  rules: readonly Rule[],
): readonly string[] {
  return rules
    .filter((other) => other.service === service && other.operation === operation)
    .filter(
      (other) => whenOf(other.grant) === whenOf(grant) && other.grant.because === grant.because,
    )
    .map((other) => other.grant.action);
}

function makesRole({ action }: GrantEntry): boolean {
  return action === 'iam:CreateServiceLinkedRole';
}

/** Conditions beyond those on tags, which every tagging operation has. */
function hasOwnConditions({ conditions, offered }: GrantEntry): boolean {
  const keys = Object.values(offered ?? {}).flatMap((block) => Object.keys(block));
  return (
    conditions !== undefined || keys.some((key) => !/^aws:(TagKeys|RequestTag\/.*)$/.test(key))
  );
}

function receiverOf({ conditions }: GrantEntry): string {
  const services = conditions?.StringEquals?.['iam:PassedToService'] ?? [];
  if (services.length === 0) return 'a service that AWS does not name: no condition';
  return services.map((name) => code(name.replace('${DnsSuffix}', 'amazonaws.com'))).join(', ');
}

function conditionsOf(block: GrantEntry['conditions']): string {
  return Object.entries(block ?? {})
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => code(`${operator} ${key} ${values.join(', ')}`)),
    )
    .join('<br>');
}

function whenOf({ when, unless }: GrantEntry): string {
  const parts = [
    ...(when === undefined ? [] : [`with ${when.map(code).join(', ')}`]),
    ...(unless === undefined ? [] : [`without ${unless.map(code).join(', ')}`]),
  ];
  return parts.join(', ');
}

// One row for all operations of a service that have the same cells.
function group(
  rules: readonly Rule[],
  cellsOf: (rule: Rule) => readonly string[],
): readonly (readonly string[])[] {
  const rows = new Map<string, { cells: readonly string[]; operations: Set<string> }>();
  for (const rule of rules) {
    const cells = [code(rule.service), ...cellsOf(rule)];
    const key = cells.join('\n');
    const row = rows.get(key) ?? { cells, operations: new Set() };
    row.operations.add(rule.operation);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ cells: [service = '', ...rest], operations }) => [
    service,
    [...operations].join(', '),
    ...rest,
  ]);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
