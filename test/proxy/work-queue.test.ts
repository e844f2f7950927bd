import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Slices } from '../../aws/wire/slices.ts';
import { WorkQueue } from '../../proxy/work-queue.ts';

function* work(name: string, slices: number, done: string[]): Slices<void> {
  for (let slice = 1; slice < slices; slice += 1) {
    done.push(`${name}${slice}`);
    yield;
  }
  done.push(`${name}${slices}`);
}

const ignoreErrors = () => undefined;

describe('work in slices', () => {
  it('that is small is done at once', () => {
    const done: string[] = [];
    new WorkQueue(ignoreErrors).add(work('a', 1, done));
    expect(done).toEqual(['a1']);
  });

  it('lets the event loop turn between two slices', async () => {
    const done: string[] = [];
    const queue = new WorkQueue(ignoreErrors);
    queue.add(work('a', 3, done));
    queue.add(work('b', 2, done));
    expect(done).toEqual(['a1', 'b1']);
    await nextTurn();
    expect(done).toHaveLength(3);
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    expect(done).toEqual(['a1', 'b1', 'a2', 'a3', 'b2']);
  });

  it('is all done when it ends', () => {
    const done: string[] = [];
    const queue = new WorkQueue(ignoreErrors);
    for (const name of ['a', 'b']) queue.add(work(name, 3, done));
    queue.finishAll();
    expect(done).toEqual(['a1', 'b1', 'a2', 'a3', 'b2', 'b3']);
  });

  it('is finished at once where too much of it waits', () => {
    const done: string[] = [];
    const queue = new WorkQueue(ignoreErrors);
    for (let at = 0; at < 17; at += 1) queue.add(work(`${at}.`, 5, done));
    expect(done).toContain('0.5');
    expect(done).not.toContain('1.2');
  });

  it('tells of an error and goes on', () => {
    const errors: unknown[] = [];
    const done: string[] = [];
    const queue = new WorkQueue((error) => errors.push(error));
    const failing = function* (): Slices<void> {
      yield;
      throw new Error('no');
    };
    queue.add(failing());
    queue.add(work('a', 2, done));
    queue.finishAll();
    expect(errors).toEqual([new Error('no')]);
    expect(done).toEqual(['a1', 'a2']);
  });
});
