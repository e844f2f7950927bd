import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCallCounter } from '../../cli/call-tally.ts';
import { openStatusLine } from '../../cli/status-line.ts';
import { getObject, unrecognisedCall } from './recorded-session.ts';
import { createTestTerminal } from './test-terminal.ts';

const esc = '\u001b';
const narrow = { isTerminal: true, columns: 61, hasColours: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('openStatusLine', () => {
  it('draws at the right edge, puts the cursor back, and clears at the end', () => {
    const terminal = createTestTerminal('/', { stderr: narrow });
    const counter = createCallCounter();
    const line = openStatusLine(terminal, () => counter.tally());
    vi.advanceTimersByTime(500);
    expect(terminal.talk()).toBe('');
    counter.add(getObject('a'));
    vi.advanceTimersByTime(100);
    const text = '1 AWS call, 1 service';
    const place = `${esc}7${esc}[${60 - text.length + 1}G${esc}[K`;
    expect(terminal.talk()).toBe(`${place}${text}${esc}8`);
    line.close();
    expect(terminal.talk().slice(`${place}${text}${esc}8`.length)).toBe(
      `${place}${' '.repeat(text.length)}${esc}8`,
    );
  });

  it('draws ten times a second at most, and only what has changed', () => {
    const terminal = createTestTerminal('/', { stderr: narrow });
    const counter = createCallCounter();
    const line = openStatusLine(terminal, () => counter.tally());
    for (let at = 0; at < 1000; at += 1) {
      counter.add(getObject('a'));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1000);
    expect(terminal.talk().split(`${esc}7`).length - 1).toBeLessThanOrEqual(11);
    line.close();
  });

  it('names what was denied and what was not recognised', () => {
    const terminal = createTestTerminal('/', { stderr: { ...narrow, columns: 100 } });
    const counter = createCallCounter();
    counter.add(getObject('a', { outcome: 'denied' }));
    counter.add(unrecognisedCall());
    const line = openStatusLine(terminal, () => counter.tally());
    vi.advanceTimersByTime(100);
    expect(terminal.talk()).toContain('2 AWS calls, 1 service, 1 denied, 1 not recognised');
    line.close();
  });

  it('shows nothing where stderr is no terminal, or is too narrow', () => {
    const counter = createCallCounter();
    counter.add(getObject('a'));
    for (const stderr of [
      { isTerminal: false, columns: undefined, hasColours: false },
      { isTerminal: true, columns: 10, hasColours: true },
    ]) {
      const terminal = createTestTerminal('/', { stderr });
      const line = openStatusLine(terminal, () => counter.tally());
      vi.advanceTimersByTime(1000);
      line.close();
      expect(terminal.talk()).toBe('');
    }
  });
});
