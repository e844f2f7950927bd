/** A text in recorded names that belongs to one run, and what says so. */
export interface RunValue {
  /** The environment variable that held it, or what else did, in words. */
  readonly source: string;
  readonly value: string;
}

/** Returns the values of both lists, sorted, each once; the same list where nothing changes. */
export function uniteRunValues(
  a: readonly RunValue[],
  b: readonly RunValue[],
): readonly RunValue[] {
  if (b.length === 0 && isStrictlyAscending(a)) return a;
  const distinct: RunValue[] = [];
  for (const one of [...a, ...b].sort(compare)) {
    const last = distinct.at(-1);
    if (last === undefined || compare(last, one) !== 0) distinct.push(one);
  }
  return distinct;
}

function isStrictlyAscending(values: readonly RunValue[]): boolean {
  return values.every((value, at) => {
    const before = values[at - 1];
    return before === undefined || compare(before, value) < 0;
  });
}

function compare(a: RunValue, b: RunValue): number {
  return compareText(a.source, b.source) || compareText(a.value, b.value);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
