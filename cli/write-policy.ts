import { renderPolicies } from '../generator/render/render-policies.ts';
import type { PolicyOfCalls } from './policy-of-calls.ts';
import type { PolicyOptions } from './policy-options.ts';
import type { Terminal } from './terminal.ts';
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
  const text = renderPolicies(format, {
    name,
    target,
    documents,
    home,
    accessLevelOf: () => undefined,
  });
  if (output === undefined) await terminal.writeResult(text);
  else await writeOutputFile(terminal.cwd, output, text);
}
