import { malformed, parseJson, readList, readObject, readText, readWhole } from './json-fields.ts';
import { prefixPattern } from './parse-service-reference.ts';
import type { ReferenceCounts } from './reference-counts.ts';

/** What is known of the user's copy of AWS's reference without reading its services' files. */
export interface ReferenceIndex {
  /** The day of its download, in UTC: `2026-11-25`. */
  readonly date: string;
  readonly url: string;
  /** The name of the folder beside the index that holds its files. */
  readonly folder: string;
  readonly counts: ReferenceCounts;
  /** Names of the clients, as boto3 spells them, that each service prefix has operations of. */
  readonly sdkNames: ReadonlyMap<string, readonly string[]>;
}

/** The index's name in the user's data folder. It is replaced as a whole, so it says which files count. */
export const indexFile = 'aws-reference.json';

/** What the names of the folders with the services' files begin with. */
export const folderPrefix = 'aws-reference-';

const format = 1;

/** Renders the index as it is stored. */
export function renderReferenceIndex(index: ReferenceIndex): string {
  const services = Object.fromEntries(index.sdkNames);
  const { date, url, folder, counts } = index;
  return `${JSON.stringify({ format, date, url, folder, counts, services })}\n`;
}

/**
 * Parses a stored index.
 * @throws LeastgrantError E_UPSTREAM
 */
export function parseReferenceIndex(text: string): ReferenceIndex {
  const raw = readObject(parseJson(text, 'the index'), 'the index');
  if (raw.format !== format) throw malformed('its format', 'one that this version knows');
  const counts = readObject(raw.counts, '`counts`');
  return {
    date: readText(raw.date, '`date`', /^\d{4}-\d\d-\d\d$/),
    url: readText(raw.url, '`url`', /^https:\/\/[\x21-\x7e]+$/),
    folder: readText(raw.folder, '`folder`', new RegExp(`^${folderPrefix}[A-Za-z0-9-]+$`)),
    counts: {
      services: readWhole(counts.services, '`services`'),
      actions: readWhole(counts.actions, '`actions`'),
      operations: readWhole(counts.operations, '`operations`'),
    },
    sdkNames: new Map(
      Object.entries(readObject(raw.services, '`services`')).map(([prefix, names]) => [
        readText(prefix, 'a service', prefixPattern),
        readList(names, `\`${prefix}\``).map((name) => readText(name, 'a client', /./)),
      ]),
    ),
  };
}
