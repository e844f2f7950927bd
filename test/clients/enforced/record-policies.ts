import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Json, listOf, member } from '../../oracle/json.ts';
import { type ProgramOptions, type ProgramResult, runProgram } from '../run-program.ts';

/** What leastgrant made of a program. */
export interface RecordedPolicies {
  /** The documents that `leastgrant generate` wrote, with its default options. */
  readonly policies: readonly Json[];
  /** Names of the operations that were called, distinct and sorted, without those of S3, which moto names its own way. */
  readonly operations: readonly string[];
}

const leastgrant = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'main.js');

/** Runs a program under `leastgrant run` with `options`, then `leastgrant generate`. Throws where one of them fails. */
export async function recordPolicies(
  command: readonly string[],
  { options, ...where }: ProgramOptions & { readonly options: readonly string[] },
): Promise<RecordedPolicies> {
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant-enforced-'));
  const session = ['app', '--dir', folder];
  const run = async (...args: string[]) =>
    expectSuccess(await runProgram([process.execPath, leastgrant, ...args], where));
  try {
    await run('run', '--session', ...session, ...options, '--', ...command);
    const generated: Json = JSON.parse(await run('generate', ...session));
    const calls = await run('calls', ...session, '--format', 'ndjson');
    return { policies: listOf(generated), operations: operationsOf(calls) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function expectSuccess({ exit, stdout, stderr }: ProgramResult): string {
  if (exit !== 0) throw new Error(`ended with ${exit}: ${stderr}`);
  return stdout;
}

function operationsOf(calls: string): string[] {
  const lines = calls.split('\n').filter((line) => line !== '');
  const names = lines
    .map((line): Json => JSON.parse(line))
    .filter((call) => member(call, 'service') !== 's3')
    .map((call) => String(member(call, 'operation')));
  return [...new Set(names)].sort();
}
