import { describe, expect, it } from 'vitest';
import { parseSessionName } from '../../sessions/session-name.ts';

describe('parseSessionName', () => {
  it.each(['default', 'a', '2026-11-22', 'CI.run_7', 'x'.repeat(100), 'console', 'com10'])(
    'accepts `%s`',
    (name) => {
      expect(parseSessionName(name)).toBe(name);
    },
  );

  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '.hidden',
    '-x',
    'a b',
    'a~b',
    'a\n',
    'ä',
    'x'.repeat(101),
    'con',
    'NUL.txt',
    'com1',
  ])('refuses `%s` and says what is allowed', (name) => {
    expect(() => parseSessionName(name)).toThrow(
      expect.objectContaining({ code: 'E_SESSION_NAME', hint: expect.any(String) }),
    );
  });
});
