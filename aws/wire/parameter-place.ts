import type { OperationEntry } from '../catalog/entries.ts';

/** A parsed `ParameterPlace` of the catalog. */
export interface Place {
  /** The parameter's path in the API's own names. */
  readonly path: string;
  readonly location: 'uri' | 'query' | 'header' | 'body';
  /** Its name or path on the wire. */
  readonly wire: string;
  /** True where only its presence is recorded. */
  readonly isPresence: boolean;
}

const parsed = new WeakMap<OperationEntry, readonly Place[]>();

/** Returns where the operation's recorded parameters stand. Parsed once for each operation. */
export function placesOf(entry: OperationEntry): readonly Place[] {
  const known = parsed.get(entry);
  if (known !== undefined) return known;
  const places = Object.entries(entry.parameters ?? {}).map(([path, place]) =>
    parsePlace(path, place),
  );
  parsed.set(entry, places);
  return places;
}

function parsePlace(path: string, place: string): Place {
  const isPresence = place.startsWith('presence ');
  const text = isPresence ? place.slice('presence '.length) : place;
  const space = text.indexOf(' ');
  const location = space === -1 ? text : text.slice(0, space);
  const wire = space === -1 ? path : text.slice(space + 1);
  return { path, location: parseLocation(location), wire, isPresence };
}

function parseLocation(location: string): Place['location'] {
  return location === 'uri' || location === 'query' || location === 'header' ? location : 'body';
}
