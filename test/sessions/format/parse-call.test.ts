import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCall, formatSessionCall } from '../../../sessions/format/format-call.ts';
import { parseCall, parseSessionCall } from '../../../sessions/format/parse-call.ts';
import { arbitraryCall, arbitrarySessionCall } from '../support/arbitrary-calls.ts';
import { seenAt, unrecognised } from '../support/sample-calls.ts';

describe('parseCall', () => {
  it('reads back every call that formatCall writes', () => {
    fc.assert(
      fc.property(arbitraryCall, (call) => {
        const line = formatCall(call);
        expect(line).not.toContain('\n');
        expect(formatCall(parseCall(JSON.parse(line)))).toBe(line);
      }),
    );
  });

  it('keeps a parameter called __proto__ as a parameter', () => {
    const parameters = Object.fromEntries([['__proto__', 'x']]);
    const call = parseCall(JSON.parse(formatCall({ ...seenAt(0), parameters })));
    expect(Object.entries(call.service === null ? {} : call.parameters)).toEqual([
      ['__proto__', 'x'],
    ]);
  });
});

describe('parseSessionCall', () => {
  it('reads back every call that formatSessionCall writes', () => {
    fc.assert(
      fc.property(arbitrarySessionCall, (call) => {
        const line = formatSessionCall(call);
        expect(line).not.toContain('\n');
        expect(formatSessionCall(parseSessionCall(JSON.parse(line)))).toBe(line);
      }),
    );
  });

  it.each([
    ['service', 7, '`service` is not a string'],
    ['operation', null, '`operation` is not a string'],
    ['region', undefined, '`region` is not a string'],
    ['parameters', ['a'], '`parameters` is not an object'],
    ['parameters', { Key: 1 }, 'a parameter is neither a string nor a list of strings'],
    ['parameters', { Key: [null] }, 'a parameter is neither a string nor a list of strings'],
    ['outcome', 'fine', '`outcome` is none of'],
    ['status', '200', '`status` is not an HTTP status'],
    ['count', 0, '`count` is zero'],
    ['count', 1.5, '`count` is not a whole number'],
    ['firstSeen', 'yesterday', '`firstSeen` is not a time'],
    ['firstSeen', '2026-13-01T00:00:00.000Z', '`firstSeen` is not a time'],
    ['lastSeen', '2020-01-01T00:00:00.000Z', '`lastSeen` lies before `firstSeen`'],
    ['labels', 'unit', '`labels` is not a list of strings'],
    ['colour', 'red', 'fields where 15 are known'],
  ])('refuses a call whose `%s` is %j', (field, value, message) => {
    const line = JSON.stringify({ ...seenAt(0), [field]: value });
    expect(() => parseSessionCall(JSON.parse(line))).toThrow(message);
  });

  it('refuses an unrecognised call that has an operation', () => {
    const line = JSON.stringify({ ...unrecognised(), operation: 'GetThing' });
    expect(() => parseCall(JSON.parse(line))).toThrow('`operation` without a `service`');
  });
});
