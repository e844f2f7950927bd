let waiting: (() => void)[] = [];

/**
 * Calls back once the bytes that have been read so far are dealt with.
 * Cheaper than a `setImmediate` for every request: one serves all of a turn.
 */
export function afterThisTurn(callback: () => void): void {
  if (waiting.length === 0) setImmediate(callAll);
  waiting.push(callback);
}

function callAll(): void {
  const callbacks = waiting;
  waiting = [];
  for (const callback of callbacks) callback();
}
