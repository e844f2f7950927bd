import type { ParameterValue } from '../api-call.ts';
import type { OperationEntry } from '../catalog/entries.ts';
import type { BodyReader } from './body-reader.ts';
import { type Place, placesOf } from './parameter-place.ts';

/** Where the parts of a request that hold parameters are found. */
export interface ParameterSources {
  readonly labels: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly readBody: BodyReader;
  /** True for RPC protocols, whose body holds every parameter, also of services that bind some elsewhere in REST. */
  readonly isRpc?: true;
}

/** What stands for the value of a parameter of which only the presence is recorded. */
const present = 'present';

/** Reads the parameters of a request that the catalog names as deciding permissions, and no others. */
export function readParameters(
  entry: OperationEntry,
  sources: ParameterSources,
  body: Uint8Array,
  isBodyCut: boolean,
): Readonly<Record<string, ParameterValue>> {
  const places = sources.isRpc ? placesOf(entry).map(inBody) : placesOf(entry);
  const bodyPlaces = places.filter(({ location }) => location === 'body');
  const bodyValues =
    bodyPlaces.length === 0 || body.length === 0
      ? new Map<string, readonly string[]>()
      : sources.readBody(
          body,
          isBodyCut,
          bodyPlaces.map(({ wire }) => wire),
        );
  const parameters: [string, ParameterValue][] = [];
  for (const place of places) {
    const whole = valuesAt(place, sources, bodyValues);
    const { reduce } = place;
    const values = reduce === undefined ? whole : whole.flatMap((value) => reduce(value) ?? []);
    const [first] = values;
    if (first === undefined) continue;
    if (place.isPresence) parameters.push([place.path, present]);
    else parameters.push([place.path, isList(place) ? [...new Set(values)] : first]);
  }
  return Object.fromEntries(parameters);
}

function inBody(place: Place): Place {
  return place.location === 'body' ? place : { ...place, location: 'body', wire: place.path };
}

function valuesAt(
  place: Place,
  sources: ParameterSources,
  bodyValues: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (place.location === 'body' || place.location === 'answer') {
    return bodyValues.get(place.wire) ?? [];
  }
  const value = {
    uri: () => sources.labels.get(place.wire),
    query: () => sources.query.get(place.wire.replace('[]', '')),
    header: () => sources.headers.get(place.wire.toLowerCase()),
  }[place.location]();
  return value === undefined || value === '' ? [] : [value];
}

function isList(place: Place): boolean {
  return place.path.includes('[]') || place.path.endsWith('{}');
}

/** Tells whether a request's body is needed to know what the operation needs. */
export function needsBody(entry: OperationEntry): boolean {
  return placesOf(entry).some(({ location }) => location === 'body');
}
