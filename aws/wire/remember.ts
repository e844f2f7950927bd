/** A program has few callers, clients and hosts; one that makes them up without end starts the memory over. */
const mostRemembered = 1_000;

/** Longer than what names a caller, a client or a host; to remember a thousand of them would take too much memory. */
const longestRemembered = 1_024;

/**
 * Returns a function that gives what `find` gave for the same text before. `find` depends on nothing else. With the
 * `most`th text the memory starts over.
 */
export function remember<T>(
  find: (text: string) => T,
  most: number = mostRemembered,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longestRemembered) return find(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = find(text);
    known.set(text, value);
    return value;
  };
}
