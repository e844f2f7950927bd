import type { ConditionRow } from './operation-actions/row.ts';

/** Conditions of a grant. */
export interface GrantConditions {
  readonly conditions?: ConditionRow;
  readonly offered?: ConditionRow;
}

/**
 * Conditions of operations whose action is the one of their own name, by service id, operation and action: `conditions`
 * cannot fail the program's next run, `offered` ones may.
 */
export const grantConditions: Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, GrantConditions>>>>>
> = {
  // Source: CloudWatch User Guide, "Using condition keys to limit access to CloudWatch namespaces".
  cloudwatch: {
    PutMetricData: {
      'cloudwatch:PutMetricData': {
        conditions: { StringEquals: { 'cloudwatch:namespace': ['{Namespace}'] } },
      },
    },
  },
};
