import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeJson } from '../../../aws/wire/complete-json.ts';

describe('a JSON text that was cut', () => {
  it.each([
    ['{"a":"b","c":"d', '{"a":"b"}'],
    ['{"a":["x","y', '{"a":["x"]}'],
    ['{"a":{"b":1},"c":[{"d":2},{"e"', '{"a":{"b":1},"c":[{"d":2},{}]}'],
    ['{"a":"quote \\" and { brace","b":1', '{"a":"quote \\" and { brace"}'],
    ['{', '{}'],
  ])('%s becomes %s', (cut, whole) => {
    expect(completeJson(cut)).toBe(whole);
  });

  it('parses wherever an object was cut', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const cut = text.slice(0, 1 + (at % text.length));
        expect(() => JSON.parse(completeJson(cut))).not.toThrow();
      }),
    );
  });
});
