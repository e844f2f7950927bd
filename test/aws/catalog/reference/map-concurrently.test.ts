import { describe, expect, it } from 'vitest';
import { mapConcurrently } from '../../../../aws/catalog/reference/map-concurrently.ts';

describe('mapConcurrently', () => {
  it('keeps the order of the items, whichever ends first', async () => {
    const ends: (() => void)[] = [];
    const mapped = mapConcurrently(['a', 'b', 'c'], 3, async (item) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      return item.toUpperCase();
    });
    for (const end of ends.reverse()) end();
    expect(await mapped).toEqual(['A', 'B', 'C']);
  });

  it('runs no more than the limit at once', async () => {
    let current = 0;
    let most = 0;
    await mapConcurrently(Array.from({ length: 20 }).fill(0), 4, async () => {
      current += 1;
      most = Math.max(most, current);
      await Promise.resolve();
      current -= 1;
    });
    expect(most).toBe(4);
  });

  it('fails with the first failure, tells what runs, and begins nothing more', async () => {
    const begun: number[] = [];
    let wasTold = false;
    const mapped = mapConcurrently([1, 2, 3, 4], 2, async (item, signal) => {
      begun.push(item);
      if (item === 1) throw new Error('one');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      wasTold = signal.aborted;
      throw new Error('two');
    });
    await expect(mapped).rejects.toThrow('one');
    expect([begun, wasTold]).toEqual([[1, 2], true]);
  });
});
