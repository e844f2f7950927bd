import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { renderPolicies } from '../generator/render/render-policies.ts';
import { findAccessLevel } from '../iam/reference/access-level.ts';
import type { PolicyOfCalls } from './policy-of-calls.ts';
import type { PolicyOptions } from './policy-options.ts';
import type { Terminal } from './terminal.ts';
import { openUserCatalog } from './user-catalog.ts';
import { writeOutputFile } from './write-output-file.ts';

/**
 * Writes a policy in the format asked for, to its file or to stdout.
 * @throws LeastgrantError E_INPUT where the file cannot be written
 */
export async function writePolicy(
  { documents, home, target }: PolicyOfCalls,
  { format, name, output }: PolicyOptions,
  terminal: Terminal,
): Promise<void> {
  // Only the review table asks for levels.
  let catalog: CatalogSource | undefined;
  const text = renderPolicies(format, {
    name,
    target,
    documents,
    home,
    accessLevelOf: (action) => {
      catalog ??= openUserCatalog(terminal);
      return findAccessLevel(action, catalog);
    },
  });
  if (output === undefined) await terminal.writeResult(text);
  else await writeOutputFile(terminal.cwd, output, text);
}
