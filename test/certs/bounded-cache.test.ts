import { describe, expect, it } from 'vitest';
import { BoundedCache } from '../../certs/bounded-cache.ts';

describe('BoundedCache', () => {
  it('makes a value once', () => {
    const cache = new BoundedCache<object>(2);
    const made = cache.getOrMake('a', () => ({}));
    expect(cache.getOrMake('a', () => ({}))).toBe(made);
  });

  it('forgets what was asked for the longest ago', () => {
    const cache = new BoundedCache<string>(2);
    cache.getOrMake('a', () => 'first');
    cache.getOrMake('b', () => 'first');
    cache.getOrMake('a', () => 'again');
    cache.getOrMake('c', () => 'first');
    expect(cache.getOrMake('a', () => 'again')).toBe('first');
    expect(cache.getOrMake('b', () => 'again')).toBe('again');
  });

  it('never holds more than its limit', () => {
    const cache = new BoundedCache<number>(100);
    for (let i = 0; i < 10_000; i++) cache.getOrMake(String(i), () => i);
    expect(cache.size).toBe(100);
  });

  it('keeps nothing that could not be made', () => {
    const cache = new BoundedCache<string>(2);
    const fail = () => {
      throw new Error('no');
    };
    expect(() => cache.getOrMake('a', fail)).toThrow('no');
    expect(cache.getOrMake('a', () => 'made')).toBe('made');
  });
});
