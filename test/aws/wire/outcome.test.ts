import { describe, expect, it } from 'vitest';
import { readOutcome } from '../../../aws/wire/outcome.ts';

const answer = (status: number, body = '', headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers: new Map(Object.entries(headers)),
  body: new TextEncoder().encode(body),
});

describe('the outcome of a call', () => {
  it.each([
    ['a success', answer(200), 'allowed', null],
    ['not modified', answer(304), 'allowed', null],
    [
      'a denial in JSON',
      answer(400, '{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"no"}'),
      'denied',
      'AccessDeniedException',
    ],
    [
      'a denial in a REST-JSON header',
      answer(403, '{}', { 'x-amzn-errortype': 'AccessDeniedException:http://internal/' }),
      'denied',
      'AccessDeniedException',
    ],
    [
      'a denial in XML',
      answer(403, '<Error><Code>AccessDenied</Code><Message>no</Message></Error>'),
      'denied',
      'AccessDenied',
    ],
    [
      'a denial of EC2',
      answer(
        403,
        '<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>',
      ),
      'denied',
      'UnauthorizedOperation',
    ],
    ['a refused HEAD request, which has no body', answer(403), 'denied', null],
    ['a missing HEAD target', answer(404), 'failed', null],
    [
      'a wrong signature',
      answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>'),
      'failed',
      'SignatureDoesNotMatch',
    ],
    [
      'an expired token',
      answer(400, '{"__type":"ExpiredTokenException"}'),
      'failed',
      'ExpiredTokenException',
    ],
    ['a missing key', answer(404, '<Error><Code>NoSuchKey</Code></Error>'), 'failed', 'NoSuchKey'],
    ['a body that is no error', answer(500, 'oops'), 'failed', null],
  ])('%s', (_name, given, outcome, errorCode) => {
    expect(readOutcome(given)).toEqual({ outcome, status: given.status, errorCode });
  });

  it('is failed without a status where no answer came', () => {
    expect(readOutcome(undefined)).toEqual({ outcome: 'failed', status: null, errorCode: null });
  });
});
