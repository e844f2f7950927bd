import type { OperationEntry } from '../catalog/entries.ts';
import { findReducer, type Reducer } from './reduce-value.ts';

/** A parsed `ParameterPlace` of the catalog. */
export interface Place {
  /** The parameter's path in the API's own names, behind `~` where its value is never recorded. */
  readonly path: string;
  readonly location: (typeof locations)[number] | 'body';
  /** Its name or path on the wire. */
  readonly wire: string;
  /** True where only its presence is recorded. */
  readonly isPresence: boolean;
  /** Takes out of the value what is recorded of it; absent where that is the value. */
  readonly reduce?: Reducer;
}

const locations = ['uri', 'query', 'header', 'answer', 'answer-header'] as const;

/** What stands before the path of a parameter that is read to connect calls, and never recorded. */
export const unrecorded = '~';

/** Returns a parameter's path in the API's own names alone. */
export function nameOfPath(path: string): string {
  return path.startsWith(unrecorded) ? path.slice(unrecorded.length) : path;
}

/** Tells whether a parameter may have several values. */
export function isList({ path }: Pick<Place, 'path'>): boolean {
  return path.includes('[') || path.endsWith('{}');
}

/** What stands for the value of a parameter of which only the presence is recorded. */
export const present = 'present';

interface Places {
  readonly request: readonly Place[];
  readonly answer: readonly Place[];
  readonly answerHeaders: readonly Place[];
}

const parsed = new WeakMap<OperationEntry, Places>();

/** Returns where the operation's recorded parameters stand in its request. */
export function placesOf(entry: OperationEntry): readonly Place[] {
  return parse(entry).request;
}

/** Returns where the operation's recorded values stand in the body of its answer. */
export function answerPlacesOf(entry: OperationEntry): readonly Place[] {
  return parse(entry).answer;
}

/** Returns where the operation's recorded values stand in the headers of its answer. */
export function answerHeaderPlacesOf(entry: OperationEntry): readonly Place[] {
  return parse(entry).answerHeaders;
}

// Parsed once for each operation.
function parse(entry: OperationEntry): Places {
  const known = parsed.get(entry);
  if (known !== undefined) return known;
  const all = Object.entries(entry.parameters ?? {}).map(([path, place]) =>
    parsePlace(path, place),
  );
  const places = {
    request: all.filter(({ location }) => location !== 'answer' && location !== 'answer-header'),
    answer: all.filter(({ location }) => location === 'answer'),
    answerHeaders: all.filter(({ location }) => location === 'answer-header'),
  };
  parsed.set(entry, places);
  return places;
}

function parsePlace(path: string, place: string): Place {
  const isPresence = place.startsWith('presence ');
  const [text = '', reducer] = (isPresence ? place.slice('presence '.length) : place).split(' | ');
  const space = text.indexOf(' ');
  const location = space === -1 ? text : text.slice(0, space);
  const wire = space === -1 ? nameOfPath(path) : text.slice(space + 1);
  return {
    path,
    location: parseLocation(location),
    wire,
    isPresence,
    ...(reducer !== undefined && { reduce: findReducer(reducer) }),
  };
}

function parseLocation(location: string): Place['location'] {
  return locations.find((one) => one === location) ?? 'body';
}
