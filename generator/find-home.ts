import { compareCodePoints } from './code-point-order.ts';

/** Where a recording was made: a policy's own partition, region and account. Undefined where no call says it. */
export interface Home {
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;
}

interface CallScope {
  readonly partition: string;
  readonly region: string | null;
  readonly account: string | null;
}

/**
 * Returns the partition, region and account that most of the distinct calls were made in, each found by itself.
 * How often a call was repeated does not count: a loop that waits would outvote the rest. Of equals, the first by code
 * points is taken.
 */
export function findHome(calls: Iterable<CallScope>): Home {
  const partitions = new Map<string, number>();
  const regions = new Map<string, number>();
  const accounts = new Map<string, number>();
  for (const { partition, region, account } of calls) {
    count(partitions, partition);
    count(regions, region);
    count(accounts, account);
  }
  const partition = mostFrequent(partitions);
  const region = mostFrequent(regions);
  const account = mostFrequent(accounts);
  return {
    ...(partition !== undefined && { partition }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
  };
}

function count(counts: Map<string, number>, value: string | null): void {
  if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(
    ([leftName, left], [rightName, right]) =>
      right - left || compareCodePoints(leftName, rightName),
  )[0]?.[0];
}
