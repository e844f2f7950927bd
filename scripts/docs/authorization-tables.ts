import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';

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
  const firstUse = rules.filter(({ grant }) => grant.hidden === true);
  const conditional = rules.filter(
    (rule) =>
      !isPassRole(rule) && !isTagging(rule) && !rule.grant.hidden && hasConditions(rule.grant),
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
    '## Conditions',
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
      group(others, ({ grant }) => [code(grant.action), whenOf(grant)]),
    ),
  ].join('\n\n');
}

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
  return grant.action === 'iam:PassRole' && grant.because?.startsWith('hands ') === true;
}

function isTagging({ grant }: Pick<Rule, 'grant'>): boolean {
  return grant.because?.startsWith('tags what ') === true;
}

function hasConditions(grant: GrantEntry): boolean {
  return grant.conditions !== undefined || grant.offered !== undefined;
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
