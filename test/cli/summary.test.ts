import { describe, expect, it } from 'vitest';
import { createCallCounter } from '../../cli/call-tally.ts';
import { createEventCounter } from '../../cli/event-tally.ts';
import { describeRecording } from '../../cli/summary.ts';
import { apiCall, getObject, unrecognisedCall } from './recorded-session.ts';

describe('describeRecording', () => {
  it('says what may be the reason where no call was made', () => {
    const [calls, events] = [createCallCounter().tally(), createEventCounter().tally()];
    expect(
      describeRecording({
        session: 'app',
        distinctCalls: 0,
        calls,
        events,
        runsBeside: 0,
        callsLost: 0,
        bodiesCut: 0,
      }),
    ).toEqual([
      'leastgrant: no AWS call was seen; session `app`',
      '  an endpoint of your own (LocalStack, moto) is seen with --intercept HOST:PORT; docs/clients.md says what else is not',
    ]);
  });

  it('names everything because of which a policy may lack something', () => {
    const calls = createCallCounter();
    calls.add(getObject('a'), 1200);
    calls.add(getObject('b', { outcome: 'denied' }), 2);
    calls.add(apiCall('sqs', 'SendMessage', {}, { outcome: 'failed', client: 'aws-cli/2.40' }));
    calls.add(unrecognisedCall());
    const events = createEventCounter();
    const at = { host: 'sts.amazonaws.com', port: 443 };
    const failed = { kind: 'handshake-failed', detail: '' } as const;
    events.add({ ...failed, ...at, failure: 'certificate-rejected' });
    events.add({ ...failed, ...at, failure: 'closed-in-silence' });
    events.add({ ...failed, ...at, port: 8443, failure: 'timeout' });
    events.add({ kind: 'not-http', ...at });
    events.add({ kind: 'certificates-expired', ...at });
    events.add({ kind: 'upstream-failed', ...at, reason: 'the connection was refused' });
    events.add({ kind: 'internal-error', error: new Error('odd') });
    const summary = {
      session: 'app',
      distinctCalls: 4,
      calls: calls.tally(),
      events: events.tally(),
      runsBeside: 2,
      callsLost: 3,
      bodiesCut: 1,
    };
    expect(describeRecording(summary)).toEqual([
      'leastgrant: 1,204 calls, 4 distinct, to 2 services; session `app`',
      '  denied: s3 GetObject (2 times)',
      '  failed for other reasons: 2 calls',
      '  not recognised, missing from the policy: 1 call; see `leastgrant calls app --unrecognised`',
      '  the session holds 2 other recordings of the same time too; --session NAME keeps them apart',
      '  not recorded by a fault of leastgrant, missing from the policy: 3 calls',
      '  too long to be read to the end, resources may be wildcards: 1 call',
      '  clients: Boto3/1.43.0, aws-cli/2.40',
      '  not recorded, a client rejected our certificate for: sts.amazonaws.com (2 times)',
      '    it trusts a list of its own: let it trust the file that SSL_CERT_FILE names; docs/clients.md says more',
      '  not recorded, the TLS handshake failed for: sts.amazonaws.com:8443 (1 time)',
      '  not recorded, no HTTP was spoken to: sts.amazonaws.com (1 time)',
      '  not recorded, the certificates of a recording last 24 hours; passed unread: sts.amazonaws.com (1 time)',
      '  no answer from sts.amazonaws.com (1 time): the connection was refused',
      '  faults of leastgrant: 1 connection ended by them',
    ]);
  });

  it('shortens long lists', () => {
    const calls = createCallCounter();
    for (let at = 0; at < 12; at += 1) {
      calls.add(apiCall('s3', `Operation${at}`, {}, { outcome: 'denied', client: null }));
    }
    const events = createEventCounter().tally();
    const summary = {
      session: 'a',
      distinctCalls: 12,
      calls: calls.tally(),
      events,
      runsBeside: 0,
      callsLost: 0,
      bodiesCut: 0,
    };
    expect(describeRecording(summary)[1]).toMatch(/\(1 time\) and 4 more$/);
  });
});
