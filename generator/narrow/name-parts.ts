import { placeName } from './place-names.ts';

/** A part of a text by its place in it. */
export interface NamePart {
  readonly start: number;
  readonly end: number;
}

const place = `(?<![A-Za-z0-9])(?:${placeName})(?![A-Za-z0-9])`;

const anyPlace = new RegExp(place);
const parts = new RegExp(`(?<place>${place})|[A-Za-z0-9*?]+`, 'g');
const partsWithoutPlace = /[A-Za-z0-9*?]+/g;

/**
 * Returns the runs of letters and digits of a text, with regions and accounts left out: they are never generalised.
 * A wildcard counts as a letter.
 */
export function namePartsOf(text: string): readonly NamePart[] {
  const found: NamePart[] = [];
  for (const match of text.matchAll(namesPlace(text) ? parts : partsWithoutPlace)) {
    if (match.groups?.place !== undefined) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Tells whether a text names a region or an account anywhere. */
export function namesPlace(text: string): boolean {
  return mayNamePlace.test(text) && anyPlace.test(text);
}

const mayNamePlace = /[-_]\d|[a-z]\d|\d{12}/;
