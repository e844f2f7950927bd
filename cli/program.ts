import { Command, CommanderError } from 'commander';
import type { KeyPairs } from '../certs/key-pairs.ts';
import type { CommandContext, DefineCommand } from './command-context.ts';
import { reportError } from './report-error.ts';
import type { Terminal } from './terminal.ts';
import { toUsageError } from './usage-error.ts';
import { readVersion } from './version.ts';

interface CommandEntry {
  readonly summary: string;
  /** Loads the command's file, which happens only for the command that is used. */
  readonly load: () => Promise<DefineCommand>;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  run: {
    summary: 'run a command, record its AWS calls, print the policy that it needs',
    load: async () => (await import('./commands/run.ts')).defineRun,
  },
  generate: {
    summary: 'print the smallest policy for recorded sessions',
    load: async () => (await import('./commands/generate.ts')).defineGenerate,
  },
  calls: {
    summary: 'show the AWS calls of a session and the permissions behind them',
    load: async () => (await import('./commands/calls.ts')).defineCalls,
  },
  explain: {
    summary: 'say why a policy allows what it does: statement, rule, calls',
    load: async () => (await import('./commands/explain.ts')).defineExplain,
  },
  export: {
    summary: 'write the policies of leastgrant.config.json into a repository',
    load: async () => (await import('./commands/export.ts')).defineExport,
  },
  verify: {
    summary: 'compare policies with what was recorded',
    load: async () => (await import('./commands/verify.ts')).defineVerify,
  },
  lint: {
    summary: 'find what is wrong or dangerous in policies',
    load: async () => (await import('./commands/lint.ts')).defineLint,
  },
  sessions: {
    summary: 'list, show, merge, carry and remove recorded sessions',
    load: async () => (await import('./commands/sessions.ts')).defineSessions,
  },
  env: {
    summary: 'record whatever uses the printed environment, until it is stopped',
    load: async () => (await import('./commands/env.ts')).defineEnv,
  },
  catalog: {
    summary: 'show and update what is known of AWS',
    load: async () => (await import('./commands/catalog.ts')).defineCatalog,
  },
};

const helpWidth = 100;

const about =
  'leastgrant records every AWS call that a program makes and writes the smallest IAM policy that allows exactly those calls.';

const examples = `
Examples:
  leastgrant run -- npm test                    record the tests, print their policy
  leastgrant run --output policy.json -- terraform apply
  leastgrant run --session app -- ./smoke.sh    add to what session app already holds
  leastgrant generate app --output policy.json  the policy of all runs of a session
  leastgrant calls app                          the calls behind it
  leastgrant explain app --action s3:PutObject  why the policy allows it
  leastgrant verify policy.json --session app   what a policy lacks, and what it has in excess

The result goes to stdout, everything else to stderr. Exit codes: 0 fine, 1 a check found a
difference, 2 wrong use or unreadable input, 3 leastgrant itself failed; \`run\` ends with the
exit code of its command.
LEASTGRANT_DIR names the folder of the sessions, LEASTGRANT_DEBUG=1 shows stacks of errors.`;

/** Runs one command line and returns the exit code. Every failure has then been said on stderr. */
export async function runProgram(
  args: readonly string[],
  terminal: Terminal,
  keyPairs: KeyPairs | undefined,
): Promise<number> {
  let exitCode = 0;
  const help: Help = { written: Promise.resolve(0) };
  const context: CommandContext = {
    terminal,
    keyPairs,
    exitWith: (code) => {
      exitCode = code;
    },
  };
  try {
    const expanded = expandHelp(args);
    const program = await createProgram(expanded, context, help);
    await program.parseAsync(expanded, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(error, terminal);
    if (error.exitCode === 0) return help.written;
    // The help that answers an empty command line has said all there is to say.
    return error.code === 'commander.help' ? 2 : reportError(toUsageError(error), terminal);
  }
}

/** Resolves with the exit code once help or a version has been written. */
interface Help {
  written: Promise<number>;
}

/**
 * Makes `help A B` what it means: `A B --help`. Commander looks no further than A, and says nothing of an A that it
 * does not know.
 */
function expandHelp(args: readonly string[]): readonly string[] {
  const [first, ...path] = args;
  if (first !== 'help' || path.length === 0) return args;
  return Object.hasOwn(commands, path[0] ?? '') ? [...path, '--help'] : path;
}

// The age of the catalog takes files that no other command line needs.
async function versionText(args: readonly string[], terminal: Terminal): Promise<string> {
  if (args[0] !== '-V' && args[0] !== '--version') return readVersion();
  return (await import('./describe-version.ts')).describeVersion(terminal);
}

async function createProgram(
  args: readonly string[],
  context: CommandContext,
  help: Help,
): Promise<Command> {
  const program = new Command('leastgrant')
    .description(about)
    .usage('COMMAND [options]')
    .version(await versionText(args, context.terminal), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [COMMAND]', 'show help for a command')
    .enablePositionalOptions()
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        const write = () => context.terminal.writeResult(text).then(() => 0);
        help.written = help.written
          .then((failed) => failed || write())
          .catch((error: unknown) => reportError(error, context.terminal));
      },
      writeErr: (text) => context.terminal.writeTalk(text),
      outputError: () => {},
      getOutHelpWidth: () => Math.min(context.terminal.stdout.columns ?? helpWidth, helpWidth),
      getErrHelpWidth: () => Math.min(context.terminal.stderr.columns ?? helpWidth, helpWidth),
    });
  const used = new Set(args.slice(0, 1));
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const command = program.command(name).summary(summary);
    if (used.has(name)) (await load())(command, context);
  }
  return program;
}
