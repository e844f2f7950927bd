/** One row of the table that the bench prints. */
export interface MeasuredRow {
  readonly what: string;
  /** What the bare forwarder (or Node itself) came to; `-` where there is nothing to compare with. */
  readonly base: string;
  readonly leastgrant: string;
  /** The number that the target is about. */
  readonly figure: string;
  readonly target: string;
  readonly isReached: boolean;
}

/** How large and how long measurements are. */
export interface BenchSize {
  readonly rounds: number;
  readonly loadMs: number;
  readonly starts: number;
  readonly bodyBytes: number;
  readonly operations: number;
  /** How many distinct calls, ascending. */
  readonly calls: readonly number[];
}

/** Returns the middle one of some numbers, NaN where there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
