import { join } from 'node:path';
import { plainEnvironment, runProgram } from '../run-program.ts';

/** Installs what the catalog is built from, unless it is there. Throws where npm fails. */
export async function installCatalogSources(): Promise<void> {
  const { exit, stderr } = await runProgram(
    [process.execPath, join(import.meta.dirname, 'install-catalog-sources.mjs')],
    { env: plainEnvironment() },
  );
  if (exit !== 0) throw new Error(`the sources of the catalog could not be installed: ${stderr}`);
}
