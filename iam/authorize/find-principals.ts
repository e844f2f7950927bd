import type { ApiCall, ObservedCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';

/**
 * Returns who is behind each identity, by what the calls' answers say, as ARNs: to the caller itself (GetCallerIdentity, GetUser),
 * where credentials were given out (AssumeRole and its like, under the key that they came with), and in denials. An
 * identity of which they say nothing, or different things, has none. The order of the calls does not matter.
 */
export function findPrincipals(calls: readonly ObservedCall[]): ReadonlyMap<string, string> {
  const found = onlyOnes(calls, addAnswered);
  for (const [identity, principal] of onlyOnes(calls, addDenied)) {
    if (!found.has(identity)) found.set(identity, principal);
  }
  passOn(calls, found);
  return found;
}

type AddFact = (identity: string, principal: string) => void;

function onlyOnes(
  calls: readonly ObservedCall[],
  addFacts: (call: ObservedCall, add: AddFact) => void,
): Map<string, string> {
  const principals = new Map<string, Set<string>>();
  for (const call of calls) {
    addFacts(call, (identity, principal) => {
      const known = principals.get(identity);
      if (known === undefined) principals.set(identity, new Set([principal]));
      else known.add(principal);
    });
  }
  const found = new Map<string, string>();
  for (const [identity, [only, ...others]] of principals) {
    if (only !== undefined && others.length === 0) found.set(identity, only);
  }
  return found;
}

// Services whose answers give out credentials of somebody that they name, or say who called.
const telling: ReadonlySet<string> = new Set(['eks-auth', 'iam', 'sts']);

function addAnswered(call: ObservedCall, add: AddFact): void {
  if (call.service === null || !telling.has(call.service)) return;
  const { identity } = call;
  const arn = textOf(call, /^answer\.(?:\w+\.)?arn$/i);
  if (saysWhoCalled(call)) {
    if (identity !== null && arn !== undefined) add(identity, arn);
    return;
  }
  const key = newKeyOf(call);
  const principal = call.service === 'iam' ? newUserOf(call) : arn;
  if (key !== undefined && principal !== undefined) add(key, principal);
}

// GetUser without a name is about the caller.
function saysWhoCalled({ operation, parameters }: ApiCall): boolean {
  return (
    operation === 'GetCallerIdentity' ||
    (operation === 'GetUser' && parameters.UserName === undefined)
  );
}

// The path of the user is in no answer; the name alone makes it one.
function newUserOf(call: ApiCall): string | undefined {
  const name = textOf(call, /^answer\.AccessKey\.UserName$/);
  if (name === undefined || call.account === null) return undefined;
  return `arn:${call.partition}:iam::${call.account}:user/${name}`;
}

function newKeyOf(call: ApiCall): string | undefined {
  return textOf(call, /^answer\.(?:\w+\.)?accessKeyId$/i);
}

function textOf({ parameters }: ApiCall, path: RegExp): string | undefined {
  const name = Object.keys(parameters).find((one) => path.test(one));
  const value = name === undefined ? undefined : parameters[name];
  return typeof value === 'string' ? value : undefined;
}

// A service may speak of a role of its own: a long-term key is a user's, and a key that says its account is of no other.
function addDenied({ identity, account, denials }: ObservedCall, add: AddFact): void {
  if (identity === null || denials === undefined) return;
  for (const { principal } of denials) {
    const arn = parseArn(principal ?? '');
    if (arn === undefined || principal === null) continue;
    const isUsers = /^(?:user\/|root$)/.test(arn.resource);
    const fitsKey = !/^A[KS]IA/.test(identity) || identity.startsWith('AKIA') === isUsers;
    if (fitsKey && (account === null || account === arn.account)) add(identity, principal);
  }
}

/** Adds those whose credentials are another's own in another form. One such may lead to the next. */
function passOn(calls: readonly ObservedCall[], found: Map<string, string>): void {
  const passed: (readonly [string, string])[] = [];
  for (const call of calls) {
    if (call.service === null || call.identity === null) continue;
    const key = sameCaller.has(`${call.service} ${call.operation}`) ? newKeyOf(call) : undefined;
    if (key !== undefined) passed.push([call.identity, key]);
  }
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [from, to] of passed) {
      const principal = found.get(from);
      if (principal !== undefined && !found.has(to)) found.set(to, principal);
    }
  }
}

const sameCaller: ReadonlySet<string> = new Set(['s3 CreateSession', 'sts GetSessionToken']);
