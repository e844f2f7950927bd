import type { ParameterValue } from '../api-call.ts';
import type { CatalogSource } from '../catalog/catalog.ts';
import { readJsonBody } from './json-body.ts';
import { answerHeaderPlacesOf, answerPlacesOf, type Place, present } from './parameter-place.ts';
import type { RecognisedRequest } from './recognised-request.ts';
import { readXmlBody } from './xml-body.ts';

/** A successful answer; `body` is as much of its beginning as was kept. */
interface Answer {
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/**
 * Returns a call with what its answer tells of the resource that was meant, of the key that was used or of who called,
 * among its parameters: `answer.KeyId`. Nothing is read but what the catalog names.
 */
export function readAnswer(
  call: RecognisedRequest,
  { headers, body }: Answer,
  catalog: CatalogSource,
): RecognisedRequest {
  if (call.service === null) return call;
  const entry = catalog.findService(call.service)?.operations[call.operation];
  if (entry === undefined) return call;
  const found = [
    ...valuesInHeaders(answerHeaderPlacesOf(entry), headers),
    ...valuesInBody(answerPlacesOf(entry), body, call.operation),
  ];
  if (found.length === 0) return call;
  return { ...call, parameters: { ...call.parameters, ...Object.fromEntries(found) } };
}

type Found = readonly (readonly [path: string, value: ParameterValue])[];

function valuesInHeaders(places: readonly Place[], headers: Answer['headers']): Found {
  return places.flatMap(({ path, wire, isPresence }) => {
    const value = headers.get(wire) ?? '';
    return value === '' ? [] : [[path, isPresence ? present : value] as const];
  });
}

function valuesInBody(places: readonly Place[], body: Uint8Array, operation: string): Found {
  if (places.length === 0 || body.length === 0) return [];
  const isXml = body[0] === 0x3c;
  // Answers of the query protocol stand inside an element named after the operation, those of REST-XML in the root.
  const wiresOf = (wire: string) => (isXml ? [`${operation}Result.${wire}`, wire] : [wire]);
  const wires = places.flatMap(({ wire }) => wiresOf(wire));
  const values = (isXml ? readXmlBody : readJsonBody)(body, true, wires).byWire;
  return places.flatMap(({ path, wire, reduce }) => {
    const [value] = wiresOf(wire).flatMap((one) => values.get(one) ?? []);
    const kept = value === undefined || reduce === undefined ? value : reduce(value);
    return kept === undefined ? [] : [[path, kept] as const];
  });
}
