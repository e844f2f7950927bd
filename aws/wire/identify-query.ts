import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import type { Identification, Identified } from './identification.ts';
import { identifyByName } from './identify-by-name.ts';
import { scanQueryBody } from './query-body.ts';
import type { Slices } from './slices.ts';

/** The fields of a form that say what it is, by their names. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

const ofSigned = ['Action', 'Version'];
const ofUnsigned = [...ofSigned, 'AWSAccessKeyId', 'Signature'];

/** Reads in slices the fields that say what a form is and, where nothing else does, who signed it. `onGivenUp` as for parameters. */
export function* readFormFields(
  form: Uint8Array,
  isCut: boolean,
  isSigned: boolean,
  onGivenUp?: () => void,
): Slices<FormFields> {
  const scanner = scanQueryBody(form, isCut, isSigned ? ofSigned : ofUnsigned);
  while (scanner.advance()) yield;
  if (scanner.found.isGivenUp) onGivenUp?.();
  return scanner.found.byWire;
}

/**
 * Identifies a call of the query protocols by its `Action` and `Version`, in a form body or, in GET requests, in the
 * query. Services that speak JSON today are found too: their older SDKs send this form (SQS, CloudWatch).
 * Source: Smithy 2.0, "AWS query protocol".
 */
export function identifyQuery(
  form: Uint8Array,
  isCut: boolean,
  fields: FormFields,
  candidates: readonly IndexEntry[],
  catalog: CatalogSource,
): Identification {
  const operation = fields.get('Action')?.[0];
  const version = fields.get('Version')?.[0];
  if (operation === undefined) {
    const reason = isCut
      ? 'the part of its body that was read holds no `Action`'
      : 'it has the form of the query protocol, but no `Action`';
    return { kind: 'unidentified', target: null, reason };
  }
  const ofVersion = (entry: IndexEntry) => Number(entry.apiVersion === version);
  const services = [...candidates].sort((a, b) => ofVersion(b) - ofVersion(a));
  const identified = identifyByName(operation, services, catalog, scanQueryBody);
  if (identified !== undefined) {
    const readParameters: Identified['readParameters'] = (_body, _isCut, onGivenUp) =>
      identified.readParameters(form, isCut, onGivenUp);
    return { ...identified, readParameters };
  }
  const reason =
    candidates.length === 0
      ? 'no service of the catalog has its signing name or host'
      : 'no service of the catalog with its signing name has this action';
  return { kind: 'unidentified', target: operation, reason };
}
