import { Option } from 'commander';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { catalogDate, readCatalogManifest } from '../../aws/catalog/catalog-manifest.ts';
import { findReference } from '../../aws/catalog/reference/find-reference.ts';
import { removeReference } from '../../aws/catalog/reference/write-reference.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { expectDataFolder, findDataFolder } from '../data-folder.ts';
import { countAdditions } from '../describe-reference.ts';
import type { Terminal } from '../terminal.ts';
import { type UpdateOptions, updateCatalog } from '../update-catalog.ts';
import { openUserCatalog } from '../user-catalog.ts';

interface ShowOptions {
  readonly format: 'table' | 'json';
}

const about = [
  "Shows and updates what leastgrant knows of AWS: the catalog that comes with it, and over that a copy of AWS's Service Reference Information, which names each service's actions, resource types and the actions that its operations ask for.",
  'The copy lies in the data folder of the user: LEASTGRANT_DATA_DIR, or leastgrant where the platform keeps such data. All commands use it.',
].join('\n\n');

const examples = `
Examples:
  leastgrant catalog update                     read AWS's reference of today
  leastgrant catalog update --url https://mirror.example.com/aws/ --ca company.pem
  leastgrant catalog show --format json | jq .reference.date
  leastgrant catalog reset                      forget it: the built-in catalog alone`;

/** Defines `leastgrant catalog` and its own commands. */
export const defineCatalog: DefineCommand = (command, context) => {
  command.description(about).usage('show|update|reset [options]').addHelpText('after', examples);
  command
    .command('show')
    .description('Show what is in use, with its date and in numbers.')
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices(['table', 'json'])
        .default('table'),
    )
    .action((options: ShowOptions) => showCatalog(options, context));
  command
    .command('update')
    .description(
      "Read AWS's Service Reference Information over HTTPS, check it, and use it from now on. What is malformed or has shrunk is refused, and the copy in use stays.",
    )
    .option('--url <url>', "where the list of services is (default: AWS's own)")
    .option('--ca <file>', 'certificate authority of a proxy or mirror on the way, in PEM')
    .action((options: UpdateOptions) => updateCatalog(options, context.terminal));
  command
    .command('reset')
    .description("Remove the copy of AWS's reference.")
    .action(() => resetCatalog(context));
};

async function showCatalog({ format }: ShowOptions, { terminal }: CommandContext): Promise<void> {
  const shown = describeCatalog(terminal);
  await terminal.writeResult(
    format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : renderCatalog(shown),
  );
}

function describeCatalog(terminal: Terminal) {
  const { sources, counts } = readCatalogManifest();
  const dataFolder = findDataFolder(terminal);
  // Opened before the index is looked at, so that damage is said once.
  const extended = openUserCatalog(terminal);
  const found = dataFolder === undefined ? undefined : findReference(dataFolder);
  const { services, operations, operationsWithoutKnownAction } = counts;
  return {
    builtIn: {
      date: catalogDate({ sources, counts }) ?? null,
      services,
      operations,
      operationsWithoutKnownAction,
      sources,
    },
    reference:
      found?.kind === 'found'
        ? {
            date: found.index.date,
            url: found.index.url,
            ...found.index.counts,
            operationsAdded: countAdditions(openCatalog(), extended),
          }
        : null,
    dataFolder: dataFolder ?? null,
  };
}

function renderCatalog({
  builtIn,
  reference,
  dataFolder,
}: ReturnType<typeof describeCatalog>): string {
  const lines: readonly (readonly [string, string])[] = [
    ['built-in catalog', builtIn.date ?? 'of an unknown day'],
    ['services', String(builtIn.services)],
    ['operations', `${builtIn.operations}, ${builtIn.operationsWithoutKnownAction} without action`],
    ['sources', builtIn.sources.map(({ name, version }) => `${name} ${version}`).join(', ')],
    ['AWS reference', reference?.date ?? 'none'],
    ...(reference === null
      ? []
      : ([
          ['services', String(reference.services)],
          ['actions', String(reference.actions)],
          [
            'operations',
            `${reference.operations}, ${reference.operationsAdded} beyond the catalog`,
          ],
          ['from', reference.url],
        ] as const)),
    ['data folder', dataFolder ?? 'none'],
  ];
  return lines.map(([title, value]) => `${title.padEnd(18)}${value}\n`).join('');
}

async function resetCatalog({ terminal }: CommandContext): Promise<void> {
  const wasThere = await removeReference(expectDataFolder(terminal));
  terminal.say(
    wasThere
      ? "leastgrant: removed the copy of AWS's reference"
      : "leastgrant: there is no copy of AWS's reference",
  );
}
