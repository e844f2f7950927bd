import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { LeastgrantError } from '../../errors.ts';

/** Where files may be written. */
export interface WritableArea {
  /** Nothing is written outside of it: the repository, or the folder of the configuration. */
  readonly root: string;
  /** What paths are relative to. */
  readonly folder: string;
  /** Files that are not to be touched: the configuration. */
  readonly reserved: readonly string[];
}

/**
 * Returns the absolute path that a configured path leads to, links followed. The file need not exist.
 * @throws LeastgrantError E_INPUT where it leads out of the area, into `.git`, or to what is no file
 */
export async function placeFile(path: string, area: WritableArea): Promise<string> {
  const wanted = resolve(area.folder, path);
  if (!isWithin(area.root, wanted)) throw refuse(path, `it lies outside of \`${area.root}\``);
  const target = await followLinks(wanted, path);
  if (!isWithin(await realpath(area.root), target)) {
    throw refuse(path, `a symbolic link leads out of \`${area.root}\``);
  }
  if (relative(area.root, wanted).split(sep).some(isGitFolder)) {
    throw refuse(path, 'it lies in the folder of git');
  }
  for (const file of area.reserved) {
    if ((await followLinks(file, path)) === target) throw refuse(path, 'it is the configuration');
  }
  const found = await statOf(target);
  if (found !== undefined && !found.isFile()) throw refuse(path, 'it is no file');
  return target;
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Some file systems do not tell cases apart. */
function isGitFolder(name: string): boolean {
  return name.toLowerCase() === '.git';
}

/** Of a path whose end does not exist yet the beginning is followed. */
async function followLinks(path: string, named: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    const found = await lstat(path).catch(() => undefined);
    if (found !== undefined) throw refuse(named, 'a symbolic link leads nowhere', cause);
    return join(await followLinks(dirname(path), named), basename(path));
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

function refuse(path: string, reason: string, cause?: unknown): LeastgrantError {
  return new LeastgrantError('E_INPUT', `\`${path}\` is not written: ${reason}`, {
    hint: 'name a file within the repository of the configuration',
    ...(cause !== undefined && { cause }),
  });
}
