/**
 * Maps items by an asynchronous function of which at most `limit` run at once; results stand in the items' order.
 * After the first failure nothing more is begun, the signal tells those that run, and the promise rejects when all
 * have ended.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item, signal: AbortSignal) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const failures: unknown[] = [];
  const stop = new AbortController();
  const rest = items.entries();
  const work = async () => {
    for (const [index, item] of rest) {
      if (stop.signal.aborted) return;
      try {
        results.set(index, await map(item, stop.signal));
      } catch (error) {
        failures.push(error);
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, work));
  if (failures.length > 0) throw failures[0];
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
