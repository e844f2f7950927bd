import type { ParameterValue } from '../api-call.ts';
import type { OperationEntry } from '../catalog/entries.ts';
import type { BodyReader, BodyReading } from './body-reader.ts';
import type { Identified } from './identification.ts';
import { isList, nameOfPath, type Place, placesOf, present } from './parameter-place.ts';
import type { Slices } from './slices.ts';

/** Where the parts of a request that hold parameters are found. */
export interface ParameterSources {
  readonly labels: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly scanBody: BodyReader;
  /** True for RPC protocols, whose body holds every parameter, also of services that bind some elsewhere in REST. */
  readonly isRpc?: true;
}

/**
 * Reads the parameters of a request that the catalog names as deciding permissions, and no others. `onGivenUp` is told
 * where the body holds more of them than any operation takes, and the rest was left unread.
 */
export function* readParameters(
  entry: OperationEntry,
  sources: ParameterSources,
  body: Uint8Array,
  isBodyCut: boolean,
  onGivenUp?: () => void,
): Slices<Readonly<Record<string, ParameterValue>>> {
  const { places, bodyWires } = sources.isRpc ? rpcReadingOf(entry) : restReadingOf(entry);
  let reading = nothing;
  if (bodyWires.length > 0 && body.length > 0) {
    // Not a generator of its own: each costs a small call as much as reading its body.
    const scanner = sources.scanBody(body, isBodyCut, bodyWires);
    while (scanner.advance()) yield;
    reading = scanner.found;
  }
  const { byWire, isGivenUp } = reading;
  if (isGivenUp) onGivenUp?.();
  const parameters: Record<string, ParameterValue> = {};
  for (const place of places) {
    const whole = valuesAt(place, sources, byWire);
    const { reduce } = place;
    const values = reduce === undefined ? whole : whole.flatMap((value) => reduce(value) ?? []);
    const [first] = values;
    if (first === undefined) continue;
    if (place.isPresence) parameters[place.path] = present;
    else parameters[place.path] = isList(place) ? [...new Set(values)] : first;
  }
  return parameters;
}

const nothing: BodyReading = { byWire: new Map(), isGivenUp: false };

/** What is read of an operation's requests, worked out once. */
interface Reading {
  readonly places: readonly Place[];
  readonly bodyWires: readonly string[];
}

const restReadingOf = readingOf((place) => place);
const rpcReadingOf = readingOf(inBody);

function readingOf(toPlace: (place: Place) => Place): (entry: OperationEntry) => Reading {
  const readings = new WeakMap<OperationEntry, Reading>();
  return (entry) => {
    const known = readings.get(entry);
    if (known !== undefined) return known;
    const places = placesOf(entry).map(toPlace);
    const bodyWires = places.filter(({ location }) => location === 'body').map(({ wire }) => wire);
    const reading = { places, bodyWires };
    readings.set(entry, reading);
    return reading;
  };
}

function inBody(place: Place): Place {
  return place.location === 'body'
    ? place
    : { ...place, location: 'body', wire: nameOfPath(place.path) };
}

function valuesAt(
  place: Place,
  sources: ParameterSources,
  bodyValues: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (place.location === 'body' || place.location === 'answer') {
    return bodyValues.get(place.wire) ?? [];
  }
  const value = valueInHead(place, sources);
  return value === undefined || value === '' ? [] : [value];
}

function valueInHead({ location, wire }: Place, sources: ParameterSources): string | undefined {
  if (location === 'uri') return sources.labels.get(wire);
  if (location === 'query') return sources.query.get(wire.replace('[]', ''));
  return sources.headers.get(wire.toLowerCase());
}

/** Tells whether a request's body is needed to know what the operation needs. */
export function needsBody({ entry, isRpc }: Pick<Identified, 'entry' | 'isRpc'>): boolean {
  return (isRpc ? rpcReadingOf(entry) : restReadingOf(entry)).bodyWires.length > 0;
}
