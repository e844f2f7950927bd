import { placeName } from './place-names.ts';

/** A part of a text by its place in it. */
export interface NamePart {
  readonly start: number;
  readonly end: number;
}

const place = `(?<![A-Za-z0-9])(?:${placeName})(?![A-Za-z0-9])`;

const anyPlace = new RegExp(place);
const parts = new RegExp(`(?<place>${place})|[A-Za-z0-9*?]+`, 'g');

/**
 * Returns the runs of letters and digits of a text, with regions and accounts left out: they are never generalised.
 * A wildcard counts as a letter.
 */
export function namePartsOf(text: string): readonly NamePart[] {
  if (!namesPlace(text)) return allPartsOf(text);
  const found: NamePart[] = [];
  for (const match of text.matchAll(parts)) {
    if (match.groups?.place !== undefined) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function allPartsOf(text: string): readonly NamePart[] {
  const found: NamePart[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!isPartCode(text.charCodeAt(start))) continue;
    let end = start + 1;
    while (end < text.length && isPartCode(text.charCodeAt(end))) end += 1;
    found.push({ start, end });
    start = end;
  }
  return found;
}

/** Tells letters, digits and wildcards by their code units. */
export function isPartCode(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 42 ||
    code === 63
  );
}

/** Tells whether a text names a region or an account anywhere. */
export function namesPlace(text: string): boolean {
  return mayNamePlace.test(text) && anyPlace.test(text);
}

// Directions end in few letters, what stands before their initials as well, and a digit follows: far quicker to look for
// than a place.
const mayNamePlace = /(?:al|th|st)[-_]?\d|[acefglnpsux][ns]?[censw]\d|\d{12}/;
