/**
 * Work that is done in slices, each far shorter than a millisecond once the program is warm: between two, whoever asked
 * for it can look after other things.
 */
export type Slices<T> = Generator<undefined, T, undefined>;

/** Does all of the work that is left at once, and returns what comes of it. */
export function finish<T>(work: Slices<T>): T {
  let slice = work.next();
  while (slice.done !== true) slice = work.next();
  return slice.value;
}
