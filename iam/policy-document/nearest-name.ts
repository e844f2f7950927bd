/**
 * Returns the name that is most like a mistyped one, whatever its case: at most two letters off, or one in a name of
 * four letters or fewer. Undefined where none is so near.
 */
export function nearestName(mistyped: string, names: Iterable<string>): string | undefined {
  const wanted = mistyped.toLowerCase();
  let nearest: string | undefined;
  let least = wanted.length <= 4 ? 2 : 3;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, name.toLowerCase(), least);
    if (distance < least) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

/** Counts inserted, deleted, replaced and swapped letters; gives up at `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      let cost = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}
