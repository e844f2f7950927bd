import type { Command } from 'commander';
import { type ConditionChoice, defaultConditions } from '../iam/authorize/condition-choice.ts';
import { parseConditionKinds } from '../iam/authorize/parse-condition-kinds.ts';

/** Which conditions a policy has, and whether it has what no call shows. */
export interface ConditionOptions {
  /** As `parseConditionKinds` takes it. */
  readonly conditions?: string;
  readonly includeHidden?: boolean;
}

/** Adds the options that say what of a call's permissions is written. */
export function addConditionOptions(command: Command): Command {
  return command
    .option(
      '--conditions <kinds>',
      'which conditions are written: default, all, none, or condition keys with + or - before them, as in +s3:prefix,-kms:ViaService; +dynamodb:LeadingKeys=VALUE gives values that no recording has',
    )
    .option(
      '--include-hidden',
      'add what services may do for the caller unseen, as far as it can be told',
    );
}

/**
 * Returns which conditions are written.
 * @throws LeastgrantError E_USAGE
 */
export function conditionChoiceOf({ conditions }: ConditionOptions): ConditionChoice {
  return conditions === undefined ? defaultConditions : parseConditionKinds(conditions);
}
