import { describe, expect, it } from 'vitest';
import { createTimeFinder } from '../../../cli/run-values/time-finder.ts';

const now = Date.UTC(2026, 10, 22, 12, 30);
const span = { from: now - 60_000, to: now + 60_000 };
const clock = (ms: number) => {
  const [, , month = '', day = '', hour = '', minute = ''] =
    /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(new Date(ms).toISOString()) ?? [];
  return `${month}${day}-${hour}${minute}`;
};

describe('createTimeFinder', () => {
  it.each([
    ['milliseconds in base 36', `it-${now.toString(36)}-orders`, now.toString(36)],
    ['seconds in base 36', `x_${(now / 1000).toString(36)}.txt`, (now / 1000).toString(36)],
    ['a day and its month', 'shop-22nov-orders', '22nov'],
    ['a month and its day', 'shop/Nov22', 'Nov22'],
    ['day and time', `shop-${clock(now)}`, clock(now)],
    [
      'day and time of a clock on the wall',
      `shop-${clock(now - zoneMs(now))}`,
      clock(now - zoneMs(now)),
    ],
  ])('finds %s', (_what, text, found) => {
    expect(createTimeFinder(span)(text)).toEqual([found]);
  });

  it.each([
    `it-${(now - 120_000).toString(36)}`,
    `it-${(now + 120_000).toString(36)}`,
    `it-${now.toString(36)}a`,
    `it-${(now / 1000 - 600).toString(36)}`,
    'shop-25nov',
    'shop-22nov2',
    '22nov2026',
    'nov-22',
    `shop-${clock(now - 3 * 24 * 3_600_000)}`,
    '2048-4096',
    'orders',
    'messages',
  ])('finds no moment of the span in %s', (text) => {
    expect(createTimeFinder(span)(text)).toEqual([]);
  });

  it('knows the day before and behind the turn of a year', () => {
    const midnight = Date.UTC(2027, 0, 1);
    const turn = { from: midnight - 60_000, to: midnight + 60_000 };
    expect(createTimeFinder(turn)('a-31dec/b-01jan')).toEqual(['31dec', '01jan']);
  });
});

function zoneMs(ms: number): number {
  return new Date(ms).getTimezoneOffset() * 60_000;
}
