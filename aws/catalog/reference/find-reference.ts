import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from './json-fields.ts';
import { parseServiceReference } from './parse-service-reference.ts';
import { indexFile, parseReferenceIndex, type ReferenceIndex } from './reference-index.ts';
import type { ReferenceHalf } from './render-service-reference.ts';
import type { ServiceReference } from './service-reference.ts';

/** The user's copy of AWS's reference: there, not there, or there and of no use. */
export type FoundReference =
  | { readonly kind: 'found'; readonly index: ReferenceIndex }
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged'; readonly reason: string };

/** Looks for a copy of AWS's reference in the user's data folder. Reads its index alone; never throws. */
export function findReference(dataFolder: string): FoundReference {
  const file = join(dataFolder, indexFile);
  try {
    return { kind: 'found', index: parseReferenceIndex(readFileSync(file, 'utf8')) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'none' };
    return { kind: 'damaged', reason: describe(file, error) };
  }
}

/** One service of a stored copy, or one sentence that says why it cannot be used. */
export type LoadedService =
  | { readonly kind: 'loaded'; readonly service: ServiceReference }
  | { readonly kind: 'damaged'; readonly reason: string };

/** Reads a half of what is stored of a service prefix that the index names. Never throws. */
export function loadService(
  dataFolder: string,
  index: ReferenceIndex,
  half: ReferenceHalf,
  prefix: string,
): LoadedService {
  const file = join(dataFolder, index.folder, half, `${prefix}.json`);
  try {
    const value = parseJson(readFileSync(file, 'utf8'), 'it');
    return { kind: 'loaded', service: parseServiceReference(value, prefix) };
  } catch (error) {
    return { kind: 'damaged', reason: describe(file, error) };
  }
}

function describe(file: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `\`${file}\` cannot be used: ${reason}`;
}
