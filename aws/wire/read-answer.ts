import type { ParameterValue } from '../api-call.ts';
import type { CatalogSource } from '../catalog/catalog.ts';
import { readJsonBody } from './json-body.ts';
import { answerPlacesOf } from './parameter-place.ts';
import type { RecognisedRequest } from './recognised-request.ts';
import { readXmlBody } from './xml-body.ts';

/**
 * Returns a call with what its answer tells of the resource that was meant or of who called, among its parameters:
 * `answer.KeyId`. `body` is the beginning of a successful answer; nothing else of it is kept.
 */
export function readAnswer(
  call: RecognisedRequest,
  body: Uint8Array,
  catalog: CatalogSource,
): RecognisedRequest {
  if (call.service === null || body.length === 0) return call;
  const entry = catalog.findService(call.service)?.operations[call.operation];
  const places = entry === undefined ? [] : answerPlacesOf(entry);
  if (places.length === 0) return call;
  const isXml = body[0] === 0x3c;
  // Answers of the query protocol stand inside an element named after the operation, those of REST-XML in the root.
  const wiresOf = (wire: string) => (isXml ? [`${call.operation}Result.${wire}`, wire] : [wire]);
  const wires = places.flatMap(({ wire }) => wiresOf(wire));
  const values = (isXml ? readXmlBody : readJsonBody)(body, true, wires);
  const found = places.flatMap(({ path, wire, reduce }): [string, ParameterValue][] => {
    const [value] = wiresOf(wire).flatMap((one) => values.get(one) ?? []);
    const kept = value === undefined || reduce === undefined ? value : reduce(value);
    return kept === undefined ? [] : [[path, kept]];
  });
  return { ...call, parameters: { ...call.parameters, ...Object.fromEntries(found) } };
}
