const surrogate = /[\ud800-\udfff]/;

/** Compares two texts by code points: the same order on every machine and in every locale. */
export function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  if (!surrogate.test(left) && !surrogate.test(right)) return left < right ? -1 : 1;
  const leftPoints = Array.from(left, codePoint);
  const rightPoints = Array.from(right, codePoint);
  const length = Math.min(leftPoints.length, rightPoints.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (leftPoints[at] ?? 0) - (rightPoints[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return leftPoints.length - rightPoints.length;
}

/** Returns the distinct texts in the order of their code points. */
export function sortDistinct(texts: Iterable<string>): readonly string[] {
  const distinct = [...new Set(texts)];
  // Without surrogates, code units and code points agree, and the engine's own sort is far faster.
  return distinct.some((text) => surrogate.test(text))
    ? distinct.sort(compareCodePoints)
    : distinct.sort();
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
