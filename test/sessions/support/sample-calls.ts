import type { ApiCall, UnrecognisedCall } from '../../../aws/api-call.ts';
import type { RecognisedSessionCall } from '../../../sessions/session-call.ts';

/** Returns a call that reads one object, changed as the test wants. */
export function getObject(changes: Partial<ApiCall> = {}): ApiCall {
  return {
    service: 's3',
    operation: 'GetObject',
    region: 'eu-west-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA...WXYZ',
    parameters: { Bucket: 'b1', Key: 'k1' },
    outcome: 'allowed',
    status: 200,
    errorCode: null,
    client: 'aws-sdk-js/3.1169.0',
    ...changes,
  };
}

/** Returns a call that reads the object `key`. */
export function getObjectAt(key: string): ApiCall {
  return getObject({ parameters: { Bucket: 'b1', Key: key } });
}

/** Returns a signed request that nobody could identify. */
export function unrecognised(changes: Partial<UnrecognisedCall> = {}): UnrecognisedCall {
  return {
    service: null,
    operation: null,
    signingName: 'newthing',
    region: 'eu-west-1',
    partition: 'aws',
    account: null,
    identity: null,
    host: 'newthing.eu-west-1.amazonaws.com',
    method: 'POST',
    pathTemplate: '/things/{}',
    target: null,
    reason: 'no service signs as `newthing`',
    outcome: 'allowed',
    status: 200,
    errorCode: null,
    client: null,
    ...changes,
  };
}

/** Returns a session's call that was seen once at the second `second` of a minute. */
export function seenAt(
  second: number,
  changes: Partial<RecognisedSessionCall> = {},
): RecognisedSessionCall {
  const time = new Date(Date.UTC(2026, 0, 31, 9, 0, second)).toISOString();
  return { ...getObject(), count: 1, firstSeen: time, lastSeen: time, labels: [], ...changes };
}
