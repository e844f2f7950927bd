import { hostname } from 'node:os';
import type { Command } from 'commander';
import { startKeyPairs } from '../certs/key-pairs.ts';
import { LeastgrantError } from '../errors.ts';
import { parseInterceptedHosts } from '../proxy/environment/intercepted-hosts.ts';
import { parseSessionName } from '../sessions/session-name.ts';
import type { CommandContext } from './command-context.ts';
import { journalsElsewhere } from './journals-elsewhere.ts';
import type { RecordingOptions } from './recording.ts';
import { collectRunValues } from './run-values/collect-run-values.ts';
import { readGitBranch } from './run-values/read-git-branch.ts';
import { aboutRunVariableNames, runVariableName } from './run-values/run-variable-name.ts';
import { defaultSession, dirOption, sessionFolderOf } from './session-folder-option.ts';
import { parseUpstream, readUpstreamCa } from './upstream-option.ts';
import { openUserCatalog } from './user-catalog.ts';

/** What the options of a recording command come to before they are read. */
export interface RawRecordingOptions {
  readonly session?: string;
  readonly upstream?: string;
  readonly upstreamCa?: string;
  readonly intercept?: readonly string[];
  /** Environment variables that hold another value in each run. */
  readonly runVariable?: readonly string[];
  readonly quiet?: boolean;
  readonly dir?: string;
  /** The folder whose `.leastgrant` holds the sessions; undefined for the one that is found. */
  readonly project?: string | undefined;
}

/** Adds the options that every recording command takes. */
export function addRecordingOptions(command: Command): Command {
  return command
    .option(
      '-s, --session <name>',
      `add to this session; without it, session ${defaultSession} is begun anew`,
    )
    .option(
      '--upstream <url>',
      'send every AWS call there instead: LocalStack, moto, a test server',
    )
    .option('--upstream-ca <file>', 'certificate authority of the upstream, in PEM')
    .option(
      '--intercept <host>',
      'record this HOST or HOST:PORT too; may be repeated',
      (host: string, hosts: readonly string[] = []) => [...hosts, host],
    )
    .option(
      '--run-variable <name>',
      'an environment variable that holds another value in each run: names with it get a wildcard; may be repeated',
      (name: string, names: readonly string[] = []) => [...names, name],
    )
    .option('-q, --quiet', 'no status line, no summary')
    .addOption(dirOption());
}

/**
 * Reads and checks the options of a recording command.
 * @throws LeastgrantError E_USAGE, E_INPUT, E_SESSION_NAME
 */
export async function readRecordingOptions(
  raw: RawRecordingOptions,
  { terminal, keyPairs }: CommandContext,
  program?: string,
): Promise<RecordingOptions> {
  const dir = sessionFolderOf(raw.dir, terminal, raw.project);
  return {
    dir,
    journals: await journalsElsewhere(dir, terminal),
    session: parseSessionName(raw.session ?? defaultSession),
    replacesSession: raw.session === undefined,
    keyPairs: keyPairs ?? startKeyPairs(),
    catalog: openUserCatalog(terminal),
    env: terminal.env,
    upstream: raw.upstream === undefined ? undefined : parseUpstream(raw.upstream),
    upstreamCa:
      raw.upstreamCa === undefined ? undefined : await readUpstreamCa(terminal.cwd, raw.upstreamCa),
    intercept: expectHosts(raw.intercept ?? []),
    program,
    runValues: collectRunValues({
      env: terminal.env,
      hostName: hostname(),
      branch: await readGitBranch(terminal.cwd),
      named: expectRunVariables(raw.runVariable ?? []),
    }),
  };
}

function expectHosts(texts: readonly string[]): readonly string[] {
  const [wrong] = parseInterceptedHosts(texts).warnings;
  if (wrong === undefined) return texts;
  throw new LeastgrantError('E_USAGE', wrong, {
    hint: 'give a host name or an address, with a port where it matters: `minio.local:9000`',
  });
}

function expectRunVariables(names: readonly string[]): readonly string[] {
  const wrong = names.find((name) => !runVariableName.test(name));
  if (wrong === undefined) return names;
  throw new LeastgrantError('E_USAGE', `\`${wrong}\` cannot be a variable of a run`, {
    hint: `give ${aboutRunVariableNames}: its value may be kept with the recording`,
  });
}
