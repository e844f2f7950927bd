import { Option } from 'commander';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { isBlocked } from '../../aws/denial.ts';
import { RunValueFinder } from '../../generator/narrow/run-value-finder.ts';
import { authorize } from '../../iam/authorize/authorize.ts';
import { nameBlock } from '../../iam/authorize/name-block.ts';
import { ownDenials } from '../../iam/authorize/own-denials.ts';
import type { Permission } from '../../iam/permission.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../../sessions/session-call.ts';
import { renderCallLine } from '../call-line.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { readCalls } from '../read-calls.ts';
import { findInCall } from '../run-values/find-in-call.ts';
import {
  addIdentityOption,
  callerOf,
  callersOf,
  type IdentityOptions,
  selectIdentity,
} from '../select-identity.ts';
import { defaultSession, dirOption, openSessions } from '../session-folder-option.ts';
import { type Column, renderTable } from '../table.ts';
import { isMapped } from '../unmapped-operations.ts';
import { openUserCatalog } from '../user-catalog.ts';

interface CallsOptions extends IdentityOptions {
  readonly format: 'table' | 'ndjson';
  readonly unrecognised?: boolean;
  readonly dir?: string;
}

const about = [
  'Shows the distinct calls of a session: how often each was made, how it ended, and the resources that its permissions name; with the caller, where there were several. With --format ndjson each line is a JSON object with everything that is known, the permissions and their reasons included. A signed request that could not be identified is a line too: its service is null.',
].join('\n\n');

const examples = `
Examples:
  leastgrant calls                              the calls of session default as a table
  leastgrant calls app --format ndjson | jq 'select(.outcome == "denied")'
  leastgrant calls app --format ndjson | jq -r '.permissions[].action' | sort -u
  leastgrant calls app --identity Deploy        those of one role alone
  leastgrant calls app --unrecognised --format ndjson     what to send with a bug report`;

/** Defines `leastgrant calls`. */
export const defineCalls: DefineCommand = (command, context) => {
  command
    .description(about)
    .argument('[session]', 'session to show', defaultSession)
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices(['table', 'ndjson'])
        .default('table'),
    )
    .option(
      '--unrecognised',
      'only the signed requests that could not be identified: what a bug report needs',
    );
  addIdentityOption(command)
    .addOption(dirOption())
    .addHelpText('after', examples)
    .action((session: string, options: CallsOptions) => showCalls(session, options, context));
};

async function showCalls(
  session: string,
  { format, unrecognised, identity, dir }: CallsOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const { calls: all, runValues } = await readCalls(await openSessions(dir, terminal), session);
  const chosen = selectIdentity(all, { ...(identity !== undefined && { identity }) });
  const calls = unrecognised === true ? chosen.filter((call) => !isRecognised(call)) : chosen;
  const catalog = openUserCatalog(terminal);
  if (format === 'table') {
    const callers = callersOf(calls);
    const rows = calls.map((call) => [
      ...(callers.length > 1 ? [callerOf(call) ?? '-'] : []),
      ...rowOf(call, catalog),
    ]);
    const titles = callers.length > 1 ? [callerColumn, ...columns] : columns;
    await terminal.writeResult(renderTable(titles, rows, terminal.stdout.columns));
    return;
  }
  const finder = new RunValueFinder(runValues);
  for (const chunk of inChunks(calls, catalog, finder))
    if (!(await terminal.writeResult(chunk))) return;
}

const callerColumn: Column = { title: 'CALLER' };
const columns: readonly Column[] = [
  { title: 'CALLS', align: 'right' },
  { title: 'OPERATION' },
  { title: 'REGION' },
  { title: 'OUTCOME' },
  { title: 'RESOURCES' },
];

function rowOf(call: SessionCall, catalog: CatalogSource): readonly string[] {
  const { count, region, outcome } = call;
  const [operation, resources] = isRecognised(call)
    ? [`${call.service}:${call.operation}`, nameResources(call, catalog)]
    : [`? ${call.method} ${call.host}${call.pathTemplate}`, call.reason];
  return [String(count), operation, region ?? '-', outcome, resources];
}

function nameResources(call: RecognisedSessionCall, catalog: CatalogSource): string {
  const resources = new Set(authorize(call, catalog).flatMap((one) => one.resources));
  const [first] = resources;
  if (first !== undefined) return resources.size > 1 ? `${first} +${resources.size - 1}` : first;
  const block = ownDenials(call).find(isBlocked);
  if (block !== undefined) return `denied by ${nameBlock(block)}`;
  return isMapped(call.service, call.operation, catalog) ? 'none needed' : 'no action known';
}

const chunkLength = 64 * 1024;

/** A million lines are neither one text nor a million writes. */
function* inChunks(
  calls: readonly SessionCall[],
  catalog: CatalogSource,
  finder: RunValueFinder,
): Generator<string> {
  let chunk = '';
  for (const call of calls) {
    const variesBy = findInCall(call, finder).map(({ source }) => source);
    chunk += `${renderCallLine(call, permissionsOf(call, catalog), variesBy)}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function permissionsOf(call: SessionCall, catalog: CatalogSource): readonly Permission[] {
  return isRecognised(call) ? authorize(call, catalog) : [];
}
