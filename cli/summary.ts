import { describeCalls, listNames } from './describe-calls.ts';
import type { HostCount } from './event-tally.ts';
import { plural } from './plural.ts';
import type { RecordingSummary } from './recording.ts';

/** Returns what is to be said when a recording ends: one line for what it was, one for each thing to look at. */
export function describeRecording(summary: RecordingSummary): readonly string[] {
  const lines = [...aboutCalls(summary), ...aboutEvents(summary)];
  const isSilent = summary.calls.calls === 0 && lines.length === 0;
  return [headline(summary), ...(isSilent ? [whyNothing] : lines)];
}

const whyNothing =
  '  an endpoint of your own (LocalStack, moto) is seen with --intercept HOST:PORT; docs/clients.md says what else is not';

const howToTrust =
  '    it trusts a list of its own: let it trust the file that SSL_CERT_FILE names; docs/clients.md says more';

function headline({ session, distinctCalls, calls }: RecordingSummary): string {
  if (calls.calls === 0) {
    return `leastgrant: no AWS call was seen; session \`${session}\``;
  }
  const counts = `${plural(calls.calls, 'call')}, ${distinctCalls.toLocaleString('en-US')} distinct`;
  return `leastgrant: ${counts}, to ${plural(calls.services, 'service')}; session \`${session}\``;
}

function aboutCalls(summary: RecordingSummary): readonly string[] {
  const { session, calls, bodiesCut, runsBeside, callsLost } = summary;
  const lines = [...describeCalls(calls, [session])];
  if (runsBeside > 0) {
    const which = plural(runsBeside, 'other recording');
    lines.push(
      `  the session holds ${which} of the same time too; --session NAME keeps them apart`,
    );
  }
  if (callsLost > 0) {
    const which = plural(callsLost, 'call');
    lines.push(`  not recorded by a fault of leastgrant, missing from the policy: ${which}`);
  }
  if (bodiesCut > 0) {
    const which = plural(bodiesCut, 'call');
    lines.push(`  too long to be read to the end, resources may be wildcards: ${which}`);
  }
  if (calls.clients.length > 0) lines.push(`  clients: ${listNames(calls.clients)}`);
  return lines;
}

function aboutEvents({ events }: RecordingSummary): readonly string[] {
  const lines: string[] = [];
  const say = (text: string, hosts: readonly HostCount[]) => {
    if (hosts.length > 0) lines.push(`  ${text}: ${nameHosts(hosts)}`);
  };
  say('not recorded, a client rejected our certificate for', events.rejected);
  if (events.rejected.length > 0) lines.push(howToTrust);
  say('not recorded, the TLS handshake failed for', events.handshakesFailed);
  say('not recorded, no HTTP was spoken to', events.notHttp);
  say('not recorded, the certificates of a recording last 24 hours; passed unread', events.expired);
  for (const { host, count, reason } of events.upstreamFailed) {
    lines.push(`  no answer from ${host} (${plural(count, 'time')}): ${reason}`);
  }
  if (events.internalErrors > 0) {
    lines.push(
      `  faults of leastgrant: ${plural(events.internalErrors, 'connection')} ended by them`,
    );
  }
  return lines;
}

function nameHosts(counts: readonly HostCount[]): string {
  return listNames(counts.map(({ host, count }) => `${host} (${plural(count, 'time')})`));
}
