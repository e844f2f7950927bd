import { join } from 'node:path';
import { plainEnvironment, runProgram } from '../run-program.ts';

/** The folder whose `node_modules` hold the libraries that exports are written for. */
export const librariesFolder = import.meta.dirname;

/** Installs these libraries, unless they are there. Throws where npm fails. */
export async function installLibraries(): Promise<void> {
  const { exit, stderr } = await runProgram(
    [process.execPath, join(librariesFolder, 'install.mjs')],
    { env: plainEnvironment() },
  );
  if (exit !== 0) throw new Error(`the export libraries could not be installed: ${stderr}`);
}
