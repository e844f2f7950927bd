import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CopyAside } from '../../proxy/copy-aside.ts';

describe('a copy', () => {
  it('holds the first bytes that passed, and tells whether there were more', () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 20 }));
    fc.assert(
      fc.property(chunks, fc.nat({ max: 50 }), (parts, limit) => {
        const copy = new CopyAside(limit);
        for (const part of parts) copy.push(Buffer.from(part));
        const all = Buffer.concat(parts);
        expect(Buffer.from(copy.bytes())).toEqual(all.subarray(0, limit));
        expect(copy.cut).toBe(all.length > limit);
      }),
    );
  });

  it('does not change with the buffer it was taken from', () => {
    const pool = Buffer.from('secret');
    const copy = new CopyAside(10);
    copy.push(pool);
    pool.fill(0);
    expect(Buffer.from(copy.bytes()).toString()).toBe('secret');
  });
});
