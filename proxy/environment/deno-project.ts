import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The files by which Deno knows a project: it looks for the first two in the folder and above it. */
const projectFiles: readonly string[] = ['deno.json', 'deno.jsonc', 'deno.lock'];

/** Tells whether Deno would take the folder for a part of a project of its own. */
export function isDenoProject(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (projectFiles.some((name) => existsSync(join(at, name)))) return true;
    if (at === dirname(at)) return false;
  }
}
