import type { CallTally, OperationCount } from './call-tally.ts';
import { plural } from './plural.ts';

const mostNamed = 8;

/** Returns one line for each thing about the calls that the reader of a policy should look at; none where all is well. */
export function describeCalls(calls: CallTally, sessions: readonly string[]): readonly string[] {
  const lines: string[] = [];
  if (calls.denied.length > 0) lines.push(`  denied: ${nameOperations(calls.denied)}`);
  if (calls.failed > 0) lines.push(`  failed for other reasons: ${plural(calls.failed, 'call')}`);
  if (calls.unrecognised > 0) {
    const count = plural(calls.unrecognised, 'call');
    const see = sessions.map((name) => `\`leastgrant calls ${name} --unrecognised\``).join(', ');
    lines.push(`  not recognised, missing from the policy: ${count}; see ${see}`);
  }
  return lines;
}

/** Returns names as one text: the first few, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  const named = names.slice(0, mostNamed).join(', ');
  return rest > 0 ? `${named} and ${rest} more` : named;
}

function nameOperations(counts: readonly OperationCount[]): string {
  return listNames(counts.map(({ operation, count }) => `${operation} (${plural(count, 'time')})`));
}
