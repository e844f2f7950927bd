import type { Command } from 'commander';
import { parseArn } from '../aws/arn.ts';
import { LeastgrantError } from '../errors.ts';
import type { SessionCall } from '../sessions/session-call.ts';
import { listNames } from './describe-calls.ts';

/** Whose calls are meant. */
export interface IdentityOptions {
  readonly identity?: string;
}

/** Adds the option that chooses calls by who made them. */
export function addIdentityOption(command: Command): Command {
  return command.option(
    '--identity <who>',
    'only the calls of one caller: a user, a role, its ARN, or the access key as `leastgrant calls` shows it',
  );
}

/**
 * Returns the calls that the chosen identity made; all of them where none is chosen.
 * @throws LeastgrantError E_INPUT where nobody of that name made any
 */
export function selectIdentity(
  calls: readonly SessionCall[],
  { identity }: IdentityOptions,
): readonly SessionCall[] {
  if (identity === undefined) return calls;
  const wanted = identity.replace('...', '…');
  const chosen = calls.filter((call) => namesOf(call).includes(wanted));
  if (chosen.length > 0) return chosen;
  const known = callersOf(calls);
  throw new LeastgrantError('E_INPUT', `\`${identity}\` made none of the recorded calls`, {
    hint:
      known.length === 0
        ? 'no recorded call is signed'
        : `the recorded callers are ${listNames(known)}`,
  });
}

/** Returns who made the calls, sorted: `role Deploy`, `user jane`, or the access key where nothing names its owner. */
export function callersOf(calls: Iterable<SessionCall>): readonly string[] {
  const callers = new Set<string>();
  for (const call of calls) {
    const caller = callerOf(call);
    if (caller !== undefined) callers.add(caller);
  }
  return [...callers].sort();
}

/**
 * Returns who made a call, for a reader. All sessions of a role are one caller: a policy belongs to the role. Undefined
 * for a call without a signature.
 */
export function callerOf({ identity, principal }: SessionCall): string | undefined {
  if (identity === null) return undefined;
  const [kind = '', ...names] = parseArn(principal ?? '')?.resource.split('/') ?? [];
  if (kind === 'assumed-role') return `role ${names[0] ?? ''}`;
  return names.length === 0 ? (kind === 'root' ? 'root' : identity) : `${kind} ${names.at(-1)}`;
}

/** Everything that a user may call the caller by. */
function namesOf(call: SessionCall): readonly string[] {
  const { identity, principal } = call;
  if (identity === null) return [];
  if (principal === undefined) return [identity];
  const arn = parseArn(principal);
  const [kind, role = ''] = arn?.resource.split('/') ?? [];
  const caller = callerOf(call) ?? identity;
  const own = [identity, principal, caller, caller.replace(' ', '/'), caller.replace(/^.* /, '')];
  return kind === 'assumed-role'
    ? [...own, `arn:${arn?.partition}:iam::${arn?.account}:role/${role}`]
    : own;
}
