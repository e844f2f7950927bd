import { LeastgrantError } from '../../errors.ts';
import { policyFormats } from '../../generator/render/render-policies.ts';
import type { Config } from '../config/config-shape.ts';
import { placeFile, type WritableArea } from './place-file.ts';

/** Which entry of the configuration a file belongs to: `policies.app.files.json`. */
export class FileOwners {
  readonly #owners = new Map<string, string>();

  /**
   * Gives a file to an entry.
   * @throws LeastgrantError E_INPUT where it is another one's
   */
  claim(target: string, path: string, owner: string): void {
    const other = this.find(target);
    if (other !== undefined && other !== owner) {
      throw new LeastgrantError(
        'E_INPUT',
        `\`${path}\` is the file of \`${other}\` and \`${owner}\``,
        {
          hint: 'give each a file of its own; the documents of one policy have numbers: app-1.json',
        },
      );
    }
    this.#owners.set(idOf(target), owner);
  }

  /** Returns the entry that a file belongs to; undefined where it belongs to none. */
  find(target: string): string | undefined {
    return this.#owners.get(idOf(target));
  }
}

/**
 * Returns the owners of the files that a configuration names.
 * @throws LeastgrantError E_INPUT where one may not be written, or belongs to two
 */
export async function findFileOwners(
  { policies = {} }: Config,
  area: WritableArea,
): Promise<FileOwners> {
  const owners = new FileOwners();
  for (const [name, { files }] of Object.entries(policies)) {
    for (const format of policyFormats) {
      const path = files[format];
      if (path === undefined) continue;
      owners.claim(await placeFile(path, area), path, ownerOf(name, format));
    }
  }
  return owners;
}

/** Returns how the entry of a policy's file is named. */
export function ownerOf(policy: string, format: string): string {
  return `policies.${policy}.files.${format}`;
}

// Some file systems do not tell cases apart.
function idOf(target: string): string {
  return target.toLowerCase();
}
