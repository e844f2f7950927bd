/** Returns the labels of both lists, sorted, each once; the same list where nothing changes. */
export function unionLabels(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0 && isStrictlyAscending(a)) return a;
  return [...new Set([...a, ...b])].sort();
}

function isStrictlyAscending(labels: readonly string[]): boolean {
  for (let at = 1; at < labels.length; at += 1) {
    if ((labels[at - 1] ?? '') >= (labels[at] ?? '')) return false;
  }
  return true;
}
