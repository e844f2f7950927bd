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
  policy: PolicyOfCalls,
  { format, name, output }: PolicyOptions,
  terminal: Terminal,
): Promise<void> {
  const text = renderPolicy(policy, { format, name }, terminal);
  if (output === undefined) await terminal.writeResult(text);
  else await writeOutputFile(terminal.cwd, output, text);
}

/** Returns a policy in a format. */
export function renderPolicy(
  { documents, home, target }: Pick<PolicyOfCalls, 'documents' | 'home' | 'target'>,
  { format, name }: Pick<PolicyOptions, 'format' | 'name'>,
  terminal: Terminal,
): string {
  // Only the review table asks for levels.
  let catalog: CatalogSource | undefined;
  return renderPolicies(format, {
    name,
    target,
    documents,
    home,
    accessLevelOf: (action) => {
      catalog ??= openUserCatalog(terminal);
      return findAccessLevel(action, catalog);
    },
  });
}
