import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../../aws/wire/parse-denials.ts';

const parts = fc.oneof(
  fc.constantFrom(
    'User: ',
    'arn:aws:iam::123456789012:user/jane',
    ' is not authorized to perform: ',
    's3:GetObject',
    ' on resource: ',
    '"arn:aws:s3:::b/k"',
    ' because no identity-based policy allows the s3:GetObject action',
    ' with an explicit deny in a service control policy: ',
    ' Encoded authorization failure message: ',
    'hunter2 is my password',
    '\n',
  ),
  fc.string({ maxLength: 20 }),
);
const text = fc.array(parts, { maxLength: 14 }).map((all) => all.join(''));

describe('what is kept of a denial', () => {
  it('has the form of what it is, whatever the text', () => {
    fc.assert(
      fc.property(text, (message) => {
        for (const denial of parseDenials(message)) {
          expect(denial.principal ?? 'arn:').toMatch(/^arn:\S*$/);
          expect(denial.action ?? 'a:b').toMatch(/^[\w-]+:\w+$/);
          expect(denial.policy ?? 'arn:').toMatch(/^arn:\S*$/);
          expect(denial.encodedMessage ?? 'x'.repeat(20)).toMatch(/^[\w+/=-]{20,}$/);
          for (const resource of denial.resources) expect(resource).toMatch(/^(\*|arn:.+)$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer than the text is long', () => {
    const long = ' is not authorized to perform: a:b on resource: arn:aws:s3:::'.repeat(20_000);
    const since = performance.now();
    expect(parseDenials(long).length).toBeLessThan(100);
    expect(parseDenials(`User: ${'a'.repeat(1_000_000)}`)).toEqual([]);
    expect(performance.now() - since).toBeLessThan(1_000);
  });
});
