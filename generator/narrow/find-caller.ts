import type { ObservedCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';
import type { Caller } from './user-pattern.ts';

/** The policy variable of the caller's account. */
export const accountVariable = 'aws:PrincipalAccount';

/** The policy variable of the caller's name, where the caller is an IAM user. */
export const userNameVariable = 'aws:username';

/**
 * Returns what a recording says of its caller, by policy variable: the account that most calls were made in, and the
 * user's name where one user, and nobody else who is known, made them.
 */
export function findCaller(calls: Iterable<ObservedCall>, account: string | undefined): Caller {
  const principals = new Set<string>();
  for (const { principal } of calls) if (principal !== undefined) principals.add(principal);
  const [only = '', ...others] = principals;
  const name = /^user\/(?:.*\/)?([^/]+)$/.exec(parseArn(only)?.resource ?? '')?.[1];
  return {
    [accountVariable]: account ?? '',
    ...(name !== undefined && others.length === 0 && { [userNameVariable]: name }),
  };
}
