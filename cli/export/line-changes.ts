/**
 * Returns the lines that go and the lines that come from one text to another, each with its sign: `- old`, `+ new`.
 * A line that only moved is no change.
 */
export function lineChanges(before: string, after: string): readonly string[] {
  const old = linesOf(before);
  const next = linesOf(after);
  return [
    ...without(old, next).map((line) => `- ${line}`),
    ...without(next, old).map((line) => `+ ${line}`),
  ];
}

/** The lines of one text that another has fewer times. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
