import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { type Denial, isBlocked } from '../aws/denial.ts';
import { authorize } from '../iam/authorize/authorize.ts';
import { nameBlock } from '../iam/authorize/name-block.ts';
import { ownDenials } from '../iam/authorize/own-denials.ts';
import {
  isRecognised,
  type RecognisedSessionCall,
  type SessionCall,
} from '../sessions/session-call.ts';
import { listNames } from './describe-calls.ts';
import { groupBy } from './group-by.ts';

const mostEncoded = 3;

/**
 * Returns what is to be said of denials beyond their number: those that no Allow of the caller's policies answers, by
 * what denied them; actions that AWS named without a resource; encoded messages with the command that reads them.
 */
export function describeDenials(
  calls: readonly SessionCall[],
  catalog: CatalogSource,
): readonly string[] {
  const denied = calls.filter((call) => call.denials !== undefined).filter(isRecognised);
  return [
    ...describeBlocked(denied),
    ...describeUnnamed(denied, catalog),
    ...describeEncoded(denied),
  ];
}

function describeBlocked(denied: readonly RecognisedSessionCall[]): readonly string[] {
  const blocked = denied.flatMap((call) =>
    ownDenials(call)
      .filter(isBlocked)
      .map((denial) => ({ block: nameBlock(denial), what: nameDenied(denial, call) })),
  );
  return [...groupBy(blocked, ({ block }) => block)].map(([block, all]) => {
    const whats = [...new Set(all.map(({ what }) => what))].sort();
    return `  denied by ${block}, so not answered with an Allow: ${listNames(whats)}`;
  });
}

function nameDenied({ action, resources }: Denial, call: RecognisedSessionCall): string {
  const what = action ?? `${call.service} ${call.operation}`;
  return resources.length === 0 ? what : `${what} on ${resources.join(', ')}`;
}

function describeUnnamed(
  denied: readonly RecognisedSessionCall[],
  catalog: CatalogSource,
): readonly string[] {
  const unnamed = denied.flatMap((call) => {
    const answered = new Set(authorize(call, catalog).map(({ action }) => action.toLowerCase()));
    return ownDenials(call).flatMap((denial) =>
      denial.action === null || isBlocked(denial) || answered.has(denial.action.toLowerCase())
        ? []
        : [`${denial.action} (${call.service} ${call.operation})`],
    );
  });
  const names = [...new Set(unnamed)].sort();
  if (names.length === 0) return [];
  return [
    `  AWS asked for these, but not on which resource, missing from the policy: ${listNames(names)}`,
  ];
}

function describeEncoded(denied: readonly RecognisedSessionCall[]): readonly string[] {
  const encoded = denied.flatMap((call) =>
    (call.denials ?? []).flatMap(({ encodedMessage }) =>
      encodedMessage === null ? [] : [{ call, encodedMessage }],
    ),
  );
  const lines = encoded
    .slice(0, mostEncoded)
    .map(
      ({ call, encodedMessage }) =>
        `  why ${call.service} ${call.operation} was denied: aws sts decode-authorization-message --encoded-message ${encodedMessage}`,
    );
  const rest = encoded.length - mostEncoded;
  return rest > 0
    ? [
        ...lines,
        `  and ${rest} encoded messages more: \`leastgrant calls --format ndjson\` has them`,
      ]
    : lines;
}
