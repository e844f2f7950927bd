/** The condition keys of a request, by their names in lower case, each with its values. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

const empty: RequestContext = new Map();

/**
 * Returns a request's condition keys ready to be asked: key names compare without case.
 * A key without values is not there. Of two spellings of one key, the later one counts.
 */
export function toRequestContext(
  keys: Readonly<Record<string, readonly string[]>> | undefined,
): RequestContext {
  if (keys === undefined) return empty;
  const context = new Map<string, readonly string[]>();
  for (const [key, values] of Object.entries(keys)) {
    if (values.length > 0) context.set(key.toLowerCase(), values);
  }
  return context.size === 0 ? empty : context;
}
