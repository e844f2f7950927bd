import { type Command, Option } from 'commander';
import type { SessionSummary } from '../../sessions/format/session-header.ts';
import { type CallTally, createCallCounter } from '../call-tally.ts';
import { exportSession, importSession, mergeSessions } from '../carry-sessions.ts';
import type { CommandContext, DefineCommand } from '../command-context.ts';
import { listNames } from '../describe-calls.ts';
import { plural } from '../plural.ts';
import { dirOption, openSessions } from '../session-folder-option.ts';
import { renderTable } from '../table.ts';

interface FormatOptions {
  readonly format: 'table' | 'json';
  readonly dir?: string;
}

const examples = `
Examples:
  leastgrant sessions list
  leastgrant sessions show app --format json
  leastgrant sessions remove app worker
  leastgrant sessions merge unit e2e --into app     one session of two, which stay
  leastgrant sessions export app --output app.session.json
  leastgrant sessions import app.session.json --as app-ci
  leastgrant sessions export app | ssh build-host leastgrant sessions import -`;

/** Defines `leastgrant sessions` and its own commands. */
export const defineSessions: DefineCommand = (command, context) => {
  command
    .description(
      'Lists, shows, merges and removes recorded sessions, and carries them to other machines.',
    )
    .usage('list|show|merge|export|import|remove [options]')
    .addHelpText('after', examples);
  withFormat(command.command('list').description('List the sessions of the folder.')).action(
    (options: FormatOptions) => listSessions(options, context),
  );
  withFormat(command.command('show').description('Show what a session holds, in numbers.'))
    .argument('<session>', 'session to show')
    .action((session: string, options: FormatOptions) => showSession(session, options, context));
  command
    .command('remove')
    .description('Remove sessions for good.')
    .argument('<sessions...>', 'sessions to remove')
    .addOption(dirOption())
    .action((sessions: readonly string[], { dir }: Pick<FormatOptions, 'dir'>) =>
      removeSessions(sessions, dir, context),
    );
  defineCarrying(command, context);
};

function defineCarrying(command: Command, { terminal }: CommandContext): void {
  command
    .command('merge')
    .description(
      'Make one session of several, which stay as they are. Counts add up. Where the target is one of them, the others are added to it; any other session of that name is left alone.',
    )
    .argument('<sessions...>', 'sessions to merge')
    .requiredOption('--into <session>', 'session to make of them')
    .addOption(dirOption())
    .action((sessions: readonly string[], options: { into: string; dir?: string }) =>
      mergeSessions(sessions, options, terminal),
    );
  command
    .command('export')
    .description('Write a session as one file, for another machine or a bug report.')
    .argument('<session>', 'session to export')
    .option('-o, --output <file>', 'write it to a file instead of stdout')
    .addOption(dirOption())
    .action((session: string, options: { output?: string; dir?: string }) =>
      exportSession(session, options, terminal),
    );
  command
    .command('import')
    .description('Make a session of an exported one. A session that is there is left alone.')
    .argument('<file>', 'file that `sessions export` wrote, or - for standard input')
    .option('--as <session>', 'name of the session (default: the one it was exported from)')
    .addOption(dirOption())
    .action((file: string, options: { as?: string; dir?: string }) =>
      importSession(file, options, terminal),
    );
}

function withFormat(command: Command): Command {
  const formats = ['table', 'json'];
  return command
    .addOption(
      new Option('--format <format>', 'form of the output').choices(formats).default('table'),
    )
    .addOption(dirOption());
}

async function listSessions(
  { format, dir }: FormatOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const sessions = await (await openSessions(dir, terminal)).list();
  if (format === 'json') {
    await terminal.writeResult(toJson(sessions.map(summaryFields)));
    return;
  }
  if (sessions.length === 0) {
    terminal.say('leastgrant: no sessions here; `leastgrant run -- COMMAND` records one');
    return;
  }
  const rows = sessions.map((session) => [
    session.name,
    String(session.distinctCalls),
    String(session.runs),
    session.created,
    session.updated,
  ]);
  await terminal.writeResult(renderTable(listColumns, rows, terminal.stdout.columns));
}

const listColumns = [
  { title: 'SESSION' },
  { title: 'DISTINCT CALLS', align: 'right' },
  { title: 'RUNS', align: 'right' },
  { title: 'CREATED' },
  { title: 'UPDATED' },
] as const;

async function showSession(
  name: string,
  { format, dir }: FormatOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const session = await (await openSessions(dir, terminal)).read(name);
  const counter = createCallCounter();
  for (const call of session.calls) counter.add(call, call.count);
  const tally = counter.tally();
  await terminal.writeResult(
    format === 'json'
      ? toJson({ ...summaryFields(session), ...tally })
      : describeSession(session, tally),
  );
}

function describeSession(session: SessionSummary, tally: CallTally): string {
  const lines: readonly (readonly [string, string])[] = [
    ['session', session.name],
    ['created', session.created],
    ['updated', session.updated],
    ['runs', String(session.runs)],
    ['calls', `${tally.calls}, ${session.distinctCalls} distinct`],
    ['services', String(tally.services)],
    [
      'denied',
      listNames(tally.denied.map((one) => `${one.operation} (${plural(one.count, 'time')})`)),
    ],
    ['failed', String(tally.failed)],
    ['not recognised', String(tally.unrecognised)],
    ['clients', listNames(tally.clients)],
  ];
  return lines.map(([title, value]) => `${title.padEnd(16)}${value || 'none'}\n`).join('');
}

async function removeSessions(
  names: readonly string[],
  dir: string | undefined,
  { terminal }: CommandContext,
): Promise<void> {
  const store = await openSessions(dir, terminal);
  // A name that is wrong is found before anything is gone.
  for (const name of names) if (!(await store.exists(name))) await store.read(name);
  for (const name of new Set(names)) {
    await store.remove(name);
    terminal.say(`leastgrant: removed session \`${name}\``);
  }
}

function summaryFields({ name, created, updated, runs, distinctCalls }: SessionSummary) {
  return { name, created, updated, runs, distinctCalls };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
