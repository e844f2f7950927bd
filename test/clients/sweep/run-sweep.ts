import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asRecord, asText } from '../../scenarios/read-scenarios.ts';
import { type RecordedRun, runRecorded } from '../recorded-run.ts';
import { plainEnvironment } from '../run-program.ts';
import { startAnsweringServer } from './answering-server.ts';

/** With which members an operation was called: those that it requires, or all. */
export type SweepKind = 'required' | 'complete';

/** An operation that botocore knows. */
export interface SweptOperation {
  readonly kind: SweepKind;
  readonly service: string;
  readonly operation: string;
  /** False where the operation takes calls that nobody signed. */
  readonly isSigned: boolean;
  /** False where botocore itself refused the call. */
  readonly isSent: boolean;
}

/** What a sweep sent, and what leastgrant saw of it. */
export interface SweepRun extends RecordedRun {
  readonly operations: readonly SweptOperation[];
}

/** The masked access keys that the kinds sign with. */
export const identities: Readonly<Record<SweepKind, string>> = {
  required: 'AKIA…IRED',
  complete: 'AKIA…LETE',
};

/**
 * Calls every operation of botocore under `leastgrant run` with all members, and those of the services `required` once
 * more with the members that they require.
 */
export async function runSweep(required: readonly string[]): Promise<SweepRun> {
  const folder = await mkdtemp(join(tmpdir(), 'leastgrant-sweep-'));
  const server = await startAnsweringServer();
  try {
    const caFile = join(folder, 'ca.pem');
    await writeFile(caFile, server.caPem);
    const sent = join(folder, 'sent.ndjson');
    const program = join(import.meta.dirname, 'programs', 'sweep.py');
    const run = await runRecorded(['python3', program, sent, '--required', required.join()], {
      env: plainEnvironment(),
      options: ['--upstream', server.url, '--upstream-ca', caFile],
    });
    if (run.exit !== 0) throw new Error(`the sweep ended with ${run.exit}: ${run.stderr}`);
    return { ...run, operations: readOperations(await readFile(sent, 'utf8')) };
  } finally {
    await Promise.all([server.stop(), rm(folder, { recursive: true })]);
  }
}

function readOperations(text: string): readonly SweptOperation[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = asRecord(JSON.parse(line), 'a line of the sweep');
      return {
        kind: row.kind === 'required' ? 'required' : 'complete',
        service: asText(row.service, 'service'),
        operation: asText(row.operation, 'operation'),
        isSigned: row.isSigned === true,
        isSent: row.isSent === true,
      };
    });
}
