import { describe, expect, it } from 'vitest';
import { decodeContent } from '../../../aws/wire/decode-content.ts';
import { readOutcome } from '../../../aws/wire/outcome.ts';
import { readDenials } from '../../scenarios/read-denials.ts';
import { asRecord, asText, readScenarios } from '../../scenarios/read-scenarios.ts';

const scenarios = readScenarios('outcome', (value, where) => {
  const row = asRecord(value, where);
  asText(row.source, `${where} source`);
  const headers = new Map(
    Object.entries(asRecord(row.headers ?? {}, where)).map(([name, text]): [string, string] => [
      name,
      asText(text, where),
    ]),
  );
  const bytes =
    row.bodyBase64 === undefined
      ? Buffer.from(asText(row.body, `${where} body`))
      : Buffer.from(asText(row.bodyBase64, where), 'base64');
  if (typeof row.status !== 'number') throw new Error(`${where} status is not a number`);
  const denials = readDenials(row.denials, where);
  const { outcome, errorCode, status } = row;
  return {
    name: asText(row.name, `${where} name`),
    operation: row.operation === undefined ? null : asText(row.operation, where),
    answer: { status, headers, body: decodeContent(headers, bytes) },
    expected: { outcome, status, errorCode, ...(denials.length > 0 && { denials }) },
  };
});

describe('the outcome of a call', () => {
  it.each(scenarios)('$name', ({ operation, answer, expected }) => {
    expect(readOutcome(answer, operation)).toEqual(expected);
  });

  it.each([
    ['a success', 200, 'allowed'],
    ['not modified', 304, 'allowed'],
    ['a body that is no error', 500, 'failed'],
  ])('%s', (_name, status, outcome) => {
    const answer = { status, headers: new Map(), body: new Uint8Array(0) };
    expect(readOutcome(answer)).toEqual({ outcome, status, errorCode: null });
  });

  it('is failed without a status where no answer came', () => {
    expect(readOutcome(undefined)).toEqual({ outcome: 'failed', status: null, errorCode: null });
  });
});
