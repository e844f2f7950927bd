import type { ParameterValue } from '../api-call.ts';
import type { CatalogSource } from '../catalog/catalog.ts';
import type { OperationEntry } from '../catalog/entries.ts';
import { readWhole } from './body-reader.ts';
import { scanCborBody } from './cbor-body.ts';
import { isCborType } from './identify-cbor.ts';
import { scanJsonBody } from './json-body.ts';
import {
  answerHeaderPlacesOf,
  answerPlacesOf,
  isList,
  type Place,
  present,
} from './parameter-place.ts';
import type { RecognisedRequest } from './recognised-request.ts';
import { scanXmlBody } from './xml-body.ts';

/** A successful answer; `body` is as much of its beginning as was kept. */
interface Answer {
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/**
 * Returns a call with what its answer tells of the resource that was meant, of the key that was used or of who called,
 * among its parameters: `answer.KeyId`. What only connects calls is there too, behind `~`: `ConnectedCalls` takes it out.
 * Nothing is read but what the catalog names. `onGivenUp` is told where the answer holds more than any operation's, and the
 * rest was left unread.
 */
export function readAnswer(
  call: RecognisedRequest,
  answer: Answer,
  catalog: CatalogSource,
  onGivenUp?: () => void,
): RecognisedRequest {
  if (call.service === null) return call;
  const entry = catalog.findService(call.service)?.operations[call.operation];
  if (entry === undefined) return call;
  const found = [
    ...valuesInHeaders(answerHeaderPlacesOf(entry), answer.headers),
    ...valuesInBody(entry, answer, call.operation, onGivenUp),
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

function valuesInBody(
  entry: OperationEntry,
  { headers, body }: Answer,
  operation: string,
  onGivenUp?: () => void,
): Found {
  const places = answerPlacesOf(entry);
  if (places.length === 0 || body.length === 0) return [];
  const isXml = body[0] === 0x3c;
  const { plain, xml } = wiresOf(entry, operation);
  const scanBody = isXml ? scanXmlBody : isCborType(headers) ? scanCborBody : scanJsonBody;
  const { byWire, isGivenUp } = readWhole(scanBody(body, true, isXml ? xml : plain));
  if (isGivenUp) onGivenUp?.();
  return places.flatMap((place) => {
    const { path, wire, reduce } = place;
    const spellings = isXml ? spellingsOf(wire, operation) : [wire];
    const values = spellings.flatMap((one) => byWire.get(one) ?? []);
    const kept = reduce === undefined ? values : values.flatMap((value) => reduce(value) ?? []);
    const [first] = kept;
    if (first === undefined || (isGivenUp && isList(place))) return [];
    return [[path, isList(place) ? kept : first] as const];
  });
}

interface Wires {
  readonly plain: readonly string[];
  readonly xml: readonly string[];
}

const wiresOfEntries = new WeakMap<OperationEntry, Wires>();

/** The same lists for all answers of an operation: what is looked for is worked out once for each list. */
function wiresOf(entry: OperationEntry, operation: string): Wires {
  const known = wiresOfEntries.get(entry);
  if (known !== undefined) return known;
  const plain = answerPlacesOf(entry).map(({ wire }) => wire);
  const wires = { plain, xml: plain.flatMap((wire) => spellingsOf(wire, operation)) };
  wiresOfEntries.set(entry, wires);
  return wires;
}

// Answers of the query protocol stand inside an element named after the operation, those of REST-XML in the root.
function spellingsOf(wire: string, operation: string): readonly string[] {
  return [`${operation}Result.${wire}`, wire];
}
