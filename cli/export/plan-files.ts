import { type PolicyFormat, policyFormats } from '../../generator/render/render-policies.ts';
import type { PolicyTarget } from '../../generator/split/policy-limits.ts';
import type { Terminal } from '../terminal.ts';
import { renderPolicy } from '../write-policy.ts';
import { hasFileForEach, numberedPath } from './document-files.ts';
import { type FileOwners, ownerOf } from './file-owners.ts';
import type { ConfiguredPolicy } from './make-policies.ts';
import { placeFile, type WritableArea } from './place-file.ts';

/** What an entry of the configuration comes to: one file, or one for each document. */
export interface PlannedOutput {
  /** The entry: `policies.app.files.json`. */
  readonly owner: string;
  readonly format: PolicyFormat;
  /** What the policy is attached as. */
  readonly attachedAs: PolicyTarget;
  readonly documents: number;
  /** Where one document goes; absolute. */
  readonly base: string;
  readonly files: readonly PlannedFile[];
}

/** A file that is to hold a text. */
export interface PlannedFile {
  /** Absolute, links followed. */
  readonly target: string;
  readonly text: string;
}

/** What decides where files go and what they hold. */
export interface PlanSettings {
  readonly area: WritableArea;
  /** Which files belong to whom; those of further documents are added. */
  readonly owners: FileOwners;
  /** What the command line wants the policies to be attached as. */
  readonly attachedAs: PolicyTarget | undefined;
  readonly terminal: Terminal;
}

/**
 * Returns what the files of policies are to hold.
 * @throws LeastgrantError E_INPUT where one may not be written, or belongs to another entry
 */
export async function planFiles(
  policies: readonly ConfiguredPolicy[],
  settings: PlanSettings,
): Promise<readonly PlannedOutput[]> {
  const outputs: PlannedOutput[] = [];
  for (const policy of policies) {
    for (const format of policyFormats) {
      const path = policy.config.files[format];
      if (path !== undefined) outputs.push(await planOutput(policy, format, path, settings));
    }
  }
  return outputs;
}

async function planOutput(
  { name, config, policyFor }: ConfiguredPolicy,
  format: PolicyFormat,
  path: string,
  { area, owners, attachedAs: asked, terminal }: PlanSettings,
): Promise<PlannedOutput> {
  const attachedAs = asked ?? config.target ?? (format === 'sam' ? 'role' : 'managed');
  const policy = policyFor(attachedAs);
  const { documents } = policy;
  const owner = ownerOf(name, format);
  const isNumbered = documents.length > 1 && hasFileForEach(format);
  const parts = isNumbered
    ? documents.map((one, at) => [numberedPath(path, at + 1), [one]] as const)
    : [[path, documents] as const];
  const files: PlannedFile[] = [];
  for (const [place, held] of parts) {
    const target = await placeFile(place, area);
    owners.claim(target, place, owner);
    const text = renderPolicy({ ...policy, documents: held }, { format, name }, terminal);
    files.push({ target, text });
  }
  const base = await placeFile(path, area);
  return { owner, format, attachedAs, documents: documents.length, base, files };
}
