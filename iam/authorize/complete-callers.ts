import type { ObservedCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';
import { findPrincipals } from './find-principals.ts';

/**
 * Fills in who made each call, as far as the calls together tell it: the principal behind the identity, and the account
 * where the access key id does not say it. That is the one that AWS named to the same identity, its principal's, or the
 * only one that stands in the ARNs and queue URLs of that identity's calls. What is not known stays as it is. The order
 * of the calls does not matter.
 */
export function completeCallers<Call extends ObservedCall>(
  calls: readonly Call[],
): readonly Call[] {
  const principals = findPrincipals(calls);
  const accounts = findAccounts(calls, principals);
  if (principals.size === 0 && accounts.size === 0) return calls;
  return calls.map((call) => {
    const { identity } = call;
    if (identity === null) return call;
    const principal = principals.get(identity);
    const account = call.account ?? accounts.get(identity);
    // Added in front by `assign`: V8 takes five times as long to add fields behind a spread object.
    const named = principal === undefined ? call : Object.assign({ principal }, call);
    return account === undefined || account === call.account ? named : { ...named, account };
  });
}

/** The accounts of the identities that have calls without one. */
function findAccounts(
  calls: readonly ObservedCall[],
  principals: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const own = new Map<string, ObservedCall[]>();
  for (const call of calls) {
    if (call.identity === null) continue;
    const known = own.get(call.identity);
    if (known === undefined) own.set(call.identity, [call]);
    else known.push(call);
  }
  for (const [identity, its] of own) {
    if (its.every(({ account }) => account !== null)) continue;
    const principal = parseArn(principals.get(identity) ?? '')?.account;
    const account = namedAccount(its) ?? principal ?? onlyAccount(its);
    if (account !== undefined) found.set(identity, account);
  }
  return found;
}

function namedAccount(calls: readonly ObservedCall[]): string | undefined {
  return calls
    .map((call) => parametersOf(call)['answer.Account'])
    .find((value) => typeof value === 'string');
}

function onlyAccount(calls: readonly ObservedCall[]): string | undefined {
  const seen = new Set(
    calls
      // A role that is assumed is often another account's.
      .filter(({ service }) => service !== 'sts')
      .flatMap((call) => Object.values(parametersOf(call)).flatMap(accountsIn)),
  );
  const [only] = seen;
  return seen.size === 1 ? only : undefined;
}

function parametersOf(call: ObservedCall): Readonly<Record<string, string | readonly string[]>> {
  return call.service === null ? {} : call.parameters;
}

function accountsIn(value: string | readonly string[]): readonly string[] {
  const texts = typeof value === 'string' ? [value] : value;
  return texts.flatMap((text) => {
    const account = parseArn(text)?.account ?? /^https?:.*\/(\d{12})\/[^/]+$/.exec(text)?.[1];
    return account !== undefined && /^\d{12}$/.test(account) ? [account] : [];
  });
}
