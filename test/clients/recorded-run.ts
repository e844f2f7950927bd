import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Permission } from '../../iam/permission.ts';
import { type ProgramOptions, type ProgramResult, runProgram } from './run-program.ts';

/** One line of `leastgrant calls --format ndjson`, as far as these tests read it. */
export interface RecordedCall {
  readonly service: string | null;
  readonly operation: string | null;
  readonly outcome: string;
  readonly account: string | null;
  /** The masked access key; null where nobody signed. */
  readonly identity: string | null;
  readonly permissions: readonly RecordedPermission[];
}

/** A permission of a recorded call, as far as these tests read it. */
export interface RecordedPermission {
  readonly action: string;
  readonly resources: readonly string[];
  readonly conditions: Permission['conditions'];
}

/** What a program did behind leastgrant, and what leastgrant saw of it. */
export interface RecordedRun extends ProgramResult {
  readonly calls: readonly RecordedCall[];
  /** `ACTION RESOURCE` of all calls, distinct and sorted; `not recognised` for a call that was not. */
  readonly permissions: readonly string[];
  /** The policy as written; empty where there was none to write. */
  readonly policy: string;
}

const leastgrant = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

/** Runs a program under `leastgrant run` with `options`, and reads back its session. */
export async function runRecorded(
  command: readonly string[],
  { options = [], ...programOptions }: ProgramOptions & { readonly options?: readonly string[] },
): Promise<RecordedRun> {
  if (!existsSync(leastgrant)) throw new Error('leastgrant is not built: run `npm run build`');
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant-clients-'));
  try {
    const policyFile = join(folder, 'policy.json');
    const session = ['--session', 'client', '--dir', folder];
    const result = await runProgram(
      [
        process.execPath,
        leastgrant,
        'run',
        ...session,
        '--output',
        policyFile,
        ...options,
        '--',
      ].concat(command),
      programOptions,
    );
    const calls = await readCalls(folder);
    const policy = existsSync(policyFile) ? await readFile(policyFile, 'utf8') : '';
    return { ...result, calls, permissions: permissionsOf(calls), policy };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readCalls(folder: string): Promise<RecordedCall[]> {
  const { stdout, stderr, exit } = await runProgram(
    [process.execPath, leastgrant, 'calls', 'client', '--dir', folder, '--format', 'ndjson'],
    { env: process.env },
  );
  if (exit !== 0) throw new Error(`\`leastgrant calls\` ended with ${exit}: ${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}

function permissionsOf(calls: readonly RecordedCall[]): string[] {
  const texts = calls.flatMap(({ service, permissions }) =>
    service === null
      ? ['not recognised']
      : permissions.flatMap(({ action, resources }) =>
          resources.map((resource) => `${action} ${resource}`),
        ),
  );
  return [...new Set(texts)].sort();
}
