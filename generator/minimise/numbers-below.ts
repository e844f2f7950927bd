/** Returns a source of numbers from 0 to below a limit that look as if drawn at random, the same ones each time. */
export function createNumbers(): (limit: number) => number {
  let state = 1;
  return (limit) => {
    // The linear congruential generator of Numerical Recipes; its upper bits are the better ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
