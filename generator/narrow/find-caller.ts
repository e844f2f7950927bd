import type { ObservedCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';
import type { Caller } from './user-pattern.ts';

/** The policy variable of the caller's account. */
export const accountVariable = 'aws:PrincipalAccount';

/** The policy variable of the caller's name, where the caller is an IAM user. */
export const userNameVariable = 'aws:username';

/**
 * Returns what a recording says of its caller, by policy variable: the account that most calls were made in, and the user
 * name that AWS named to a call of GetUser without one. Where calls of several users were recorded there is no one name.
 */
export function findCaller(calls: Iterable<ObservedCall>, account: string | undefined): Caller {
  const names = new Set<string>();
  for (const call of calls) {
    if (call.service !== 'iam' || call.operation !== 'GetUser') continue;
    const { 'answer.User.Arn': answer, UserName } = call.parameters;
    if (UserName !== undefined || typeof answer !== 'string') continue;
    const name = /^user\/(?:.*\/)?([^/]+)$/.exec(parseArn(answer)?.resource ?? '')?.[1];
    if (name !== undefined) names.add(name);
  }
  const [only] = names;
  return {
    [accountVariable]: account ?? '',
    ...(names.size === 1 && only !== undefined && { [userNameVariable]: only }),
  };
}
