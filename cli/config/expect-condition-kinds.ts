import { LeastgrantError } from '../../errors.ts';
import { conditionChoiceOf } from '../condition-options.ts';
import type { Config } from './config-shape.ts';

/**
 * Makes sure that the kinds of conditions in a configuration are known.
 * @throws LeastgrantError E_INPUT with the place
 */
export function expectConditionKinds({ conditions, policies = {} }: Config, file: string): void {
  expectKinds(conditions, 'conditions', file);
  for (const [name, policy] of Object.entries(policies)) {
    expectKinds(policy.conditions, `policies.${name}.conditions`, file);
  }
}

function expectKinds(conditions: string | undefined, where: string, file: string): void {
  if (conditions === undefined) return;
  try {
    conditionChoiceOf({ conditions });
  } catch (cause) {
    if (!(cause instanceof LeastgrantError)) throw cause;
    const { message, hint } = cause;
    throw new LeastgrantError('E_INPUT', `\`${file}\` at \`${where}\`: ${message}`, {
      ...(hint !== undefined && { hint }),
      cause,
    });
  }
}
