/** A part of a pattern: a text, or any characters but some. */
export type OverlapPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many'; readonly excluded: string };

type Unit = string | Exclude<OverlapPart, { kind: 'text' }>;

/** Tells whether some text matches both patterns. Takes time by the product of their lengths. */
export function overlaps(left: readonly OverlapPart[], right: readonly OverlapPart[]): boolean {
  const a = toUnits(left);
  const b = toUnits(right);
  const width = b.length + 1;
  const seen = new Uint8Array((a.length + 1) * width);
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen[at] === 1) continue;
    seen[at] = 1;
    const i = Math.floor(at / width);
    const j = at % width;
    if (i === a.length && j === b.length) return true;
    for (const [di, dj] of steps(a[i], b[j])) open.push((i + di) * width + j + dj);
  }
  return false;
}

type Step = readonly [number, number];

/** How far both may go for one character that both take, or for none where one may take none. */
function steps(a: Unit | undefined, b: Unit | undefined): readonly Step[] {
  const isManyA = typeof a === 'object' && a.kind === 'many';
  const isManyB = typeof b === 'object' && b.kind === 'many';
  const skips: Step[] = [];
  if (isManyA) skips.push([1, 0]);
  if (isManyB) skips.push([0, 1]);
  if (a === undefined || b === undefined || !shareCharacter(a, b)) return skips;
  return [...skips, [isManyA ? 0 : 1, isManyB ? 0 : 1]];
}

function shareCharacter(a: Unit, b: Unit): boolean {
  if (typeof a === 'string') return typeof b === 'string' ? a === b : takes(b, a);
  return typeof b === 'string' ? takes(a, b) : true;
}

function takes(unit: Exclude<Unit, string>, character: string): boolean {
  return unit.kind === 'one' || !unit.excluded.includes(character);
}

function toUnits(parts: readonly OverlapPart[]): readonly Unit[] {
  return parts.flatMap((part): readonly Unit[] => (part.kind === 'text' ? [...part.text] : [part]));
}
