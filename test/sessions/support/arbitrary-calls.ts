import fc from 'fast-check';
import type { ObservedCall, ParameterValue } from '../../../aws/api-call.ts';
import { type Denial, denyingPolicies } from '../../../aws/denial.ts';
import type { SessionCall } from '../../../sessions/session-call.ts';

// Any UTF-16 code unit, so lone surrogates, control characters and U+2028 come up too.
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const oddText = fc.constantFrom(
  '',
  '\n',
  '\r\n',
  '\u2028',
  '\ud800',
  '\udc00x',
  ']}',
  '"',
  ',',
  '\0',
);
const text = fc.oneof(
  { arbitrary: fc.constantFrom('a', 'b', 'eu-west-1'), weight: 6 },
  oddText,
  fc.string({ unit: codeUnit, maxLength: 8 }),
);
const nullableText = fc.option(text);
const parameterName = fc.oneof(
  fc.constantFrom('Bucket', 'Key', '__proto__', 'constructor', 'toString', '10', '2', 'length'),
  text,
);
const parameterValue: fc.Arbitrary<ParameterValue> = fc.oneof(
  text,
  fc.array(text, { maxLength: 3 }),
);

/** Parameters in any order, with names that JavaScript objects treat oddly. */
export const arbitraryParameters: fc.Arbitrary<Readonly<Record<string, ParameterValue>>> = fc
  .uniqueArray(fc.tuple(parameterName, parameterValue), {
    maxLength: 4,
    selector: ([name]) => name,
  })
  .map((entries) => Object.fromEntries(entries));

const circumstances = {
  region: nullableText,
  partition: text,
  account: nullableText,
  identity: nullableText,
  outcome: fc.constantFrom('allowed' as const, 'denied' as const, 'failed' as const),
  status: fc.option(fc.constantFrom(200, 403, 500)),
  errorCode: nullableText,
  client: nullableText,
};

const arbitraryDenial: fc.Arbitrary<Denial> = fc.record({
  principal: nullableText,
  action: nullableText,
  resources: fc.array(text, { maxLength: 2 }),
  deniedBy: fc.option(fc.constantFrom(...denyingPolicies)),
  isExplicit: fc.boolean(),
  policy: nullableText,
  encodedMessage: fc.constant(null),
});
const arbitraryDenials = fc.oneof(
  { arbitrary: fc.constant({}), weight: 3 },
  fc
    .array(arbitraryDenial, { minLength: 1, maxLength: 2 })
    .map((denials): Pick<ObservedCall, 'denials'> => ({ denials })),
);

/** Any call; equal calls come up often. */
export const arbitraryCall: fc.Arbitrary<ObservedCall> = fc
  .tuple(
    fc.oneof(
      fc.record({
        service: text,
        operation: text,
        parameters: arbitraryParameters,
        ...circumstances,
      }),
      fc.record({
        service: fc.constant(null),
        operation: fc.constant(null),
        signingName: nullableText,
        host: text,
        method: text,
        pathTemplate: text,
        target: nullableText,
        reason: text,
        ...circumstances,
      }),
      fc.constantFrom('a', 'b', 'c').map((Key) => ({
        service: 's3',
        operation: 'GetObject',
        region: null,
        partition: 'aws',
        account: null,
        identity: null,
        parameters: { Key },
        outcome: 'allowed' as const,
        status: 200,
        errorCode: null,
        client: null,
      })),
    ),
    arbitraryDenials,
  )
  .map(([call, denials]): ObservedCall => ({ ...call, ...denials }));

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });

/** Any call of a session with any history. */
export const arbitrarySessionCall: fc.Arbitrary<SessionCall> = fc
  .tuple(
    arbitraryCall,
    fc.integer({ min: 1, max: 1_000_000 }),
    time,
    time,
    fc.array(fc.constantFrom('l1', 'l2', '\ud800', '__proto__'), { maxLength: 3 }),
  )
  .map(([call, count, a, b, labels]) => ({
    ...withEncoded(call, count),
    count,
    firstSeen: new Date(Math.min(a, b)).toISOString(),
    lastSeen: new Date(Math.max(a, b)).toISOString(),
    labels: [...new Set(labels)].sort(),
  }));

// AWS encodes the same denial anew for each answer.
function withEncoded(call: ObservedCall, count: number): ObservedCall {
  const { denials } = call;
  if (denials === undefined) return call;
  const encodedMessage = `encoded-${count % 3}`;
  return { ...call, denials: denials.map((one) => ({ ...one, encodedMessage })) };
}

/** Any list of session calls, in any order and with repeats. */
export const arbitrarySession = fc.array(arbitrarySessionCall, { maxLength: 12 });
