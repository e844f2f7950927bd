import type { ObservedCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';

/**
 * Fills in the account of calls whose access key id does not say it: the one that AWS named to the same identity
 * (GetCallerIdentity), else the only one that stands in the ARNs and queue URLs of that identity's calls. Calls of an
 * identity of which neither is known stay as they are. The order of the calls does not matter.
 */
export function completeAccounts<Call extends ObservedCall>(
  calls: readonly Call[],
): readonly Call[] {
  const unknown = new Set(
    calls.filter(({ account }) => account === null).map(({ identity }) => identity),
  );
  if (unknown.size === 0) return calls;
  const accounts = new Map(
    [...unknown].map((identity) => [identity, findAccount(identity, calls)]),
  );
  return calls.map((call) => {
    const account = call.account ?? accounts.get(call.identity);
    return account === undefined || account === call.account ? call : { ...call, account };
  });
}

function findAccount(identity: string | null, calls: readonly ObservedCall[]): string | undefined {
  const own = calls
    .filter((call) => call.identity === identity)
    .map((call) => ('parameters' in call ? call.parameters : {}));
  const named = own.map((parameters) => parameters['answer.Account']);
  const answered = named.find((value) => typeof value === 'string');
  if (answered !== undefined) return answered;
  const seen = new Set(own.flatMap((parameters) => Object.values(parameters).flatMap(accountsIn)));
  const [only] = seen;
  return seen.size === 1 ? only : undefined;
}

function accountsIn(value: string | readonly string[]): readonly string[] {
  const texts = typeof value === 'string' ? [value] : value;
  return texts.flatMap((text) => {
    const account = parseArn(text)?.account ?? /^https?:.*\/(\d{12})\/[^/]+$/.exec(text)?.[1];
    return account !== undefined && /^\d{12}$/.test(account) ? [account] : [];
  });
}
