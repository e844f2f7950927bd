import { isPartCode, namePartsOf, namesPlace } from './name-parts.ts';
import { extensionStart, isBucket, isObjectKey } from './path-parts.ts';
import type { ResourceForm } from './resource-form.ts';

/** Which part of resources is looked at: the same one in each of a family. */
export interface PlaceKind {
  readonly variable: number;
  /** Parts between slashes, counted from the end: 0 is the file. */
  readonly depth: number;
  /** Runs of letters and digits in that part, counted from the end; undefined for the part as a whole. */
  readonly token: number | undefined;
}

/** A part of one variable, by its place in the variable's text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Returns the kinds of places that the forms have: later parts first, finer parts before what they are parts of. */
export function placeKindsOf(forms: Iterable<ResourceForm>): readonly PlaceKind[] {
  const mostTokens: number[][] = [];
  for (const { values } of forms) {
    for (let variable = 0; variable < values.length; variable += 1) {
      const value = values[variable] ?? '';
      const depths = mostTokens[variable] ?? [];
      mostTokens[variable] = depths;
      let end = value.length;
      for (let depth = 0; end >= 0 && depth < mostDepths; depth += 1) {
        const start = end === 0 ? 0 : value.lastIndexOf('/', end - 1) + 1;
        depths[depth] = Math.max(depths[depth] ?? 0, countTokens(value, start, end));
        end = start - 1;
      }
    }
  }
  const kinds: PlaceKind[] = [];
  for (let variable = mostTokens.length - 1; variable >= 0; variable -= 1) {
    for (const [depth, count] of (mostTokens[variable] ?? []).entries()) {
      for (let token = 0; token < count; token += 1) kinds.push({ variable, depth, token });
      kinds.push({ variable, depth, token: undefined });
    }
  }
  return kinds;
}

/** Returns a place of a kind; undefined where there is none, or where it may not vary: a wildcard, a region, an account. */
export function findPlace(form: ResourceForm, kind: PlaceKind): Place | undefined {
  const place = placeIn(form, kind);
  // A bucket's name is the only thing that says whose it is: what it begins with stays.
  const isGlobal = isBucket(form, kind.variable) && place?.start === 0;
  return isGlobal ? undefined : place;
}

function placeIn(form: ResourceForm, { variable, depth, token }: PlaceKind): Place | undefined {
  const value = form.values[variable];
  if (value === undefined) return undefined;
  const part = partAt(value, depth);
  if (part === undefined) return undefined;
  const isFile = depth === 0 && isObjectKey(form.type.variables[variable]);
  const text = value.slice(part.start, part.end);
  const stem = isFile ? text.slice(0, extensionStart(text)) : text;
  if (stem === '' || stem === '*') return undefined;
  if (token === undefined) {
    return namesPlace(stem) ? undefined : { start: part.start, end: part.start + stem.length };
  }
  const place = namesPlace(stem) ? namePartsOf(stem).at(-1 - token) : tokenAt(stem, token);
  if (place === undefined || holdsWildcard(stem, place) || isAlone(stem, place)) return undefined;
  return { start: part.start + place.start, end: part.start + place.end };
}

const mostDepths = 16;
const mostTokens = 12;

function partAt(value: string, depth: number): Place | undefined {
  let end = value.length;
  for (let at = 0; ; at += 1) {
    const slash = end === 0 ? -1 : value.lastIndexOf('/', end - 1);
    if (at === depth) return { start: slash + 1, end };
    if (slash < 0) return undefined;
    end = slash;
  }
}

function tokenAt(stem: string, token: number): Place | undefined {
  let end = stem.length;
  for (let at = 0; ; at += 1) {
    while (end > 0 && !isPartCode(stem.charCodeAt(end - 1))) end -= 1;
    if (end === 0) return undefined;
    let start = end;
    while (start > 0 && isPartCode(stem.charCodeAt(start - 1))) start -= 1;
    if (at === token) return { start, end };
    end = start;
  }
}

function countTokens(value: string, start: number, end: number): number {
  let count = 0;
  let isInside = false;
  for (let at = start; at < end; at += 1) {
    const isToken = isPartCode(value.charCodeAt(at));
    if (isToken && !isInside) count += 1;
    isInside = isToken;
  }
  return count < 2 ? 0 : Math.min(count, mostTokens);
}

function holdsWildcard(stem: string, { start, end }: Place): boolean {
  for (let at = start; at < end; at += 1) {
    const code = stem.charCodeAt(at);
    if (code === 42 || code === 63) return true;
  }
  return false;
}

/** A part with no other letters beside it is the part as a whole. */
function isAlone(stem: string, { start, end }: Place): boolean {
  for (let at = 0; at < stem.length; at += 1) {
    if ((at < start || at >= end) && isPartCode(stem.charCodeAt(at))) return false;
  }
  return true;
}
