import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import type { Identification } from './identification.ts';
import { parseForm, readQueryBody } from './query-body.ts';
import { readParameters } from './read-parameters.ts';

/**
 * Identifies a call of the query protocols by its `Action` and `Version`, in a form body or, in GET requests, in the
 * query. Services that speak JSON today are found too: their older SDKs send this form (SQS, CloudWatch).
 * Source: Smithy 2.0, "AWS query protocol".
 */
export function identifyQuery(
  form: Uint8Array,
  isCut: boolean,
  candidates: readonly IndexEntry[],
  catalog: CatalogSource,
): Identification {
  const fields = new Map(parseForm(form, isCut));
  const operation = fields.get('Action');
  const version = fields.get('Version');
  if (operation === undefined) {
    const reason = isCut
      ? 'the part of its body that was read holds no `Action`'
      : 'it has the form of the query protocol, but no `Action`';
    return { kind: 'unidentified', target: null, reason };
  }
  const ofVersion = (entry: IndexEntry) => Number(entry.apiVersion === version);
  for (const { service } of [...candidates].sort((a, b) => ofVersion(b) - ofVersion(a))) {
    const operations = catalog.findService(service)?.operations ?? {};
    const entry = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (entry === undefined) continue;
    const sources = {
      labels: new Map(),
      query: new Map(),
      headers: new Map(),
      readBody: readQueryBody,
      isRpc: true,
    } as const;
    return {
      kind: 'identified',
      service,
      operation,
      entry,
      readParameters: () => readParameters(entry, sources, form, isCut),
    };
  }
  const reason =
    candidates.length === 0
      ? 'no service of the catalog has its signing name or host'
      : 'no service of the catalog with its signing name has this action';
  return { kind: 'unidentified', target: operation, reason };
}
