import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';
import type { SessionSummary } from '../sessions/format/session-header.ts';
import { plural } from './plural.ts';
import { openSessions } from './session-folder-option.ts';
import type { Terminal } from './terminal.ts';
import { expectWritablePath, writeOutputFile } from './write-output-file.ts';

/**
 * Makes one session of several, which stay as they are.
 * @throws LeastgrantError E_USAGE where a session is named twice or is its own target alone, and what the store throws
 */
export async function mergeSessions(
  names: readonly string[],
  { into, dir }: { readonly into: string; readonly dir?: string },
  terminal: Terminal,
): Promise<void> {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new LeastgrantError('E_USAGE', `session \`${twice}\` is named twice`, {
      hint: 'name each session once: its calls would be counted twice',
    });
  }
  if (names.length === 1 && names[0] === into) {
    throw new LeastgrantError('E_USAGE', `session \`${into}\` is to be merged into itself`, {
      hint: `name what to add to it: leastgrant sessions merge ${into} OTHER --into ${into}`,
    });
  }
  sayMade(await (await openSessions(dir, terminal)).merge(names, into), terminal);
}

/**
 * Writes a session to a file or to stdout, in the form that `importSession` takes in on any machine.
 * @throws LeastgrantError E_INPUT where it cannot be written, and what the store throws
 */
export async function exportSession(
  name: string,
  { output, dir }: { readonly output?: string; readonly dir?: string },
  terminal: Terminal,
): Promise<void> {
  if (output !== undefined) await expectWritablePath(terminal.cwd, output);
  const text = await (await openSessions(dir, terminal)).export(name);
  if (output !== undefined) {
    await writeOutputFile(terminal.cwd, output, text);
    return;
  }
  for (const chunk of text) if (!(await terminal.writeResult(chunk))) return;
}

/**
 * Makes a session of an exported one: of a file, or of standard input where that is `-`.
 * @throws LeastgrantError E_INPUT where the file cannot be read, and what the store throws
 */
export async function importSession(
  file: string,
  { as, dir }: { readonly as?: string; readonly dir?: string },
  terminal: Terminal,
): Promise<void> {
  const store = await openSessions(dir, terminal);
  const chunks = file === '-' ? terminal.input : readChunks(file, terminal.cwd);
  try {
    const named = as === undefined ? {} : { name: as };
    sayMade(await store.import({ chunks, source: file, ...named }), terminal);
  } catch (error) {
    if (!(error instanceof LeastgrantError) || error.code !== 'E_SESSION_DAMAGED') throw error;
    throw new LeastgrantError(error.code, error.message, {
      hint: 'nothing was changed: name a file that `leastgrant sessions export` wrote',
      cause: error,
    });
  }
}

async function* readChunks(file: string, cwd: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(resolve(cwd, file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LeastgrantError('E_INPUT', `\`${file}\` cannot be read: ${reason}`, {
      hint: 'name a file that `leastgrant sessions export` wrote, or - for standard input',
      cause,
    });
  }
}

function sayMade({ name, runs, distinctCalls }: SessionSummary, terminal: Terminal): void {
  const calls = plural(distinctCalls, 'distinct call');
  terminal.say(`leastgrant: session \`${name}\` has ${calls} of ${plural(runs, 'run')}`);
}
