import { unknownText } from './pattern.ts';

/** Any number of characters. */
export const anyUnits = -1;
/** One character. */
export const oneUnit = -2;
/** Any number of characters but colons. */
export const anyUnitsInSegment = -3;
/** One character that is no colon. */
export const oneUnitInSegment = -4;

const colon = 0x3a;
const unknownTextUnit = unknownText.charCodeAt(0);

/** Tells whether a pattern matches all of a text from a place on. */
export type UnitMatcher = (text: string, from?: number) => boolean;

/**
 * Returns what matches a pattern of UTF-16 code units and wildcards.
 * It takes time by the product of both lengths at worst, whatever the number of wildcards.
 */
export function compileUnits(pattern: readonly number[]): UnitMatcher {
  if (pattern.length === 1 && pattern[0] === anyUnits) return () => true;
  const match = pattern.includes(anyUnitsInSegment) ? matchWithStates : matchWithLastStar;
  return (text, from = 0) => match(pattern, text, from);
}

/** Going back to the last `*` is enough, as it can take whatever an earlier one could. */
function matchWithLastStar(pattern: readonly number[], text: string, from: number): boolean {
  let at = 0;
  let position = from;
  let star = -1;
  let starPosition = 0;
  while (position < text.length) {
    const unit = pattern[at];
    if (unit === anyUnits) {
      star = at;
      starPosition = position;
      at += 1;
    } else if (unit !== undefined && takes(unit, text.charCodeAt(position))) {
      at += 1;
      position += 1;
    } else if (star === -1) {
      return false;
    } else {
      starPosition += 1;
      position = starPosition;
      at = star + 1;
    }
  }
  while (pattern[at] === anyUnits) at += 1;
  return at === pattern.length;
}

/** A `*` that must not cross a colon may have to give way to an earlier one: all states are kept side by side. */
function matchWithStates(pattern: readonly number[], text: string, from: number): boolean {
  let states = withSkippedStars(pattern, [0]);
  for (let position = from; position < text.length; position += 1) {
    const character = text.charCodeAt(position);
    const next: number[] = [];
    for (const at of states) {
      const unit = pattern[at];
      if (unit === anyUnits || (unit === anyUnitsInSegment && character !== colon)) next.push(at);
      else if (unit !== undefined && takes(unit, character)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    states = withSkippedStars(pattern, next);
  }
  return states.has(pattern.length);
}

function withSkippedStars(pattern: readonly number[], states: readonly number[]) {
  const all = new Set<number>();
  for (const state of states) {
    let at = state;
    all.add(at);
    while (pattern[at] === anyUnits || pattern[at] === anyUnitsInSegment) all.add(++at);
  }
  return all;
}

function takes(unit: number, character: number): boolean {
  if (unit === character) return true;
  if (unit === oneUnit) return character !== unknownTextUnit;
  if (unit === oneUnitInSegment) return character !== unknownTextUnit && character !== colon;
  return false;
}
