import { randomUUID } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LeastgrantError } from '../errors.ts';

/**
 * Writes a result to a file in one step: a reader sees the old content or the new one, never a part.
 * A link is followed; a device or a pipe (`/dev/stdout`) is written to as it is. Paths are relative to `cwd`.
 * @throws LeastgrantError E_INPUT where the folder does not exist or the file cannot be written
 */
export async function writeOutputFile(
  cwd: string,
  path: string,
  text: string | Iterable<string>,
): Promise<void> {
  try {
    const target = await followLinks(resolve(cwd, path));
    const chunks = typeof text === 'string' ? [text] : text;
    if (await isSpecialFile(target)) await writeInPlace(target, chunks);
    else if (!(await replaceFile(target, chunks))) await writeInPlace(target, chunks);
  } catch (cause) {
    throw outputError(path, cause);
  }
}

/**
 * Makes sure, before any long work, that a result can be written to `path`.
 * @throws LeastgrantError E_INPUT where its folder does not exist or takes no file, or the path is a folder; E_USAGE where
 * it is empty
 */
export async function expectWritablePath(cwd: string, path: string): Promise<void> {
  if (path === '') {
    throw new LeastgrantError('E_USAGE', '`--output` names no file', {
      hint: 'name one, or leave it out',
    });
  }
  const folder = dirname(resolve(cwd, path));
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw noFolder(path, folder);
  const target = await followLinks(resolve(cwd, path));
  const existing = await stat(target).catch(() => undefined);
  if (existing?.isDirectory() === true) {
    throw new LeastgrantError('E_INPUT', `\`${path}\` is a folder`, {
      hint: 'name a file to write to',
    });
  }
  const written = existing === undefined ? dirname(target) : target;
  await access(written, constants.W_OK).catch((cause: unknown) => {
    throw outputError(path, cause);
  });
}

/** Returns false where the file is there and its folder lets nobody replace it: a file that is mounted alone, say. */
async function replaceFile(target: string, chunks: Iterable<string>): Promise<boolean> {
  // Beside the file, and no longer than a name may be, however long the file's is.
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  const mode = (await stat(target).catch(() => undefined))?.mode;
  try {
    const file = await open(temporary, 'wx', 0o666);
    try {
      if (mode !== undefined) await file.chmod(mode & 0o777);
      for (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return true;
  } catch (error) {
    await rm(temporary, { force: true });
    if (mode !== undefined && isRefusedByFolder(error)) return false;
    throw error;
  }
}

function isRefusedByFolder(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY';
}

async function writeInPlace(target: string, chunks: Iterable<string>): Promise<void> {
  const file = await open(target, 'w');
  try {
    for (const chunk of chunks) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
}

async function followLinks(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function isSpecialFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function outputError(path: string, cause: unknown): LeastgrantError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return noFolder(path, dirname(path), cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LeastgrantError('E_INPUT', `\`${path}\` cannot be written: ${reason}`, {
    hint: 'choose another file, or give yourself the right to write this one',
    cause,
  });
}

function noFolder(path: string, folder: string, cause?: unknown): LeastgrantError {
  return new LeastgrantError('E_INPUT', `the folder of \`${path}\` does not exist`, {
    hint: `make it first: mkdir -p ${folder}`,
    cause,
  });
}
