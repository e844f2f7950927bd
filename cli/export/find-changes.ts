import { readFile } from 'node:fs/promises';
import { LeastgrantError } from '../../errors.ts';
import {
  areSplitDocuments,
  findOwnDocument,
  hasFileForEach,
  numberedPath,
} from './document-files.ts';
import type { FileOwners } from './file-owners.ts';
import { looksExported } from './looks-exported.ts';
import type { PlannedFile, PlannedOutput } from './plan-files.ts';
import type { FileChange } from './replace-files.ts';
import { meanTheSame } from './same-meaning.ts';

/** What an export is to change. */
export interface ExportChanges {
  readonly changes: readonly FileChange[];
  /** How many files already say what they should. */
  readonly unchanged: number;
  /** Files that may be left from an earlier export but are not as it wrote them; they stay. */
  readonly leftAlone: readonly string[];
}

/**
 * Compares what files are to hold with what they hold. `name` returns a path as messages name it.
 * @throws LeastgrantError E_INPUT where a file cannot be read, or holds more than policies
 */
export async function findChanges(
  outputs: readonly PlannedOutput[],
  owners: FileOwners,
  name: (target: string) => string,
): Promise<ExportChanges> {
  const changes: FileChange[] = [];
  const leftAlone: string[] = [];
  let unchanged = 0;
  for (const output of outputs) {
    for (const file of output.files) {
      const change = await findChange(file, output, name);
      if (change === undefined) unchanged += 1;
      else changes.push(change);
    }
    const { left, isOwn } = await findLeftovers(output, owners, name);
    for (const { target, text } of left) {
      const path = name(target);
      if (isOwn) changes.push({ path, target, before: text, after: undefined });
      else leftAlone.push(path);
    }
  }
  return { changes, unchanged, leftAlone };
}

type Namer = (target: string) => string;

async function findChange(
  { target, text }: PlannedFile,
  { format }: PlannedOutput,
  name: Namer,
): Promise<FileChange | undefined> {
  const path = name(target);
  const before = await readText(target, path);
  if (before !== undefined && meanTheSame(format, before, text)) return undefined;
  if (before !== undefined && !looksExported(format, before)) {
    throw new LeastgrantError(
      'E_INPUT',
      `\`${path}\` is not written: it holds something else than policies as \`${format}\``,
      { hint: 'remove it where it is not needed, or name a file of its own' },
    );
  }
  return { path, target, before, after: text };
}

interface Leftovers {
  readonly left: readonly PlannedFile[];
  /** True where they are as an export wrote them. */
  readonly isOwn: boolean;
}

/** What an export of more documents, or of one instead of several, has left. */
async function findLeftovers(
  { owner, format, attachedAs, base, documents }: PlannedOutput,
  owners: FileOwners,
  name: Namer,
): Promise<Leftovers> {
  const nothing = { left: [], isOwn: true };
  if (!hasFileForEach(format)) return nothing;
  const numbered = await readNumbered(
    base,
    (target) => [undefined, owner].includes(owners.find(target)),
    name,
  );
  const left = numbered.slice(documents > 1 ? documents : 0);
  if (numbered.length > 1 && left.length > 0) {
    const isOwn = areSplitDocuments(
      numbered.map(({ text }) => text),
      attachedAs,
    );
    return { left, isOwn };
  }
  const whole = documents > 1 ? await readText(base, name(base)) : undefined;
  if (whole === undefined) return nothing;
  return { left: [{ target: base, text: whole }], isOwn: findOwnDocument(whole) !== undefined };
}

/** The numbered files that are there, up to the first gap or file of another entry. */
async function readNumbered(
  base: string,
  isOurs: (target: string) => boolean,
  name: Namer,
): Promise<readonly PlannedFile[]> {
  const found: PlannedFile[] = [];
  for (let number = 1; ; number += 1) {
    const target = numberedPath(base, number);
    const text = isOurs(target) ? await readText(target, name(target)) : undefined;
    if (text === undefined) return found;
    found.push({ target, text });
  }
}

async function readText(target: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(target, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LeastgrantError('E_INPUT', `\`${path}\` cannot be read: ${reason}`, {
      hint: 'name another file, or give yourself the right to read this one',
      cause,
    });
  }
}
