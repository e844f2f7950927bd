import type { Confidence, Wildcard } from '../iam/permission.ts';

/** Why an action stands in a policy. */
export interface ActionReason {
  readonly action: string;
  /** One sentence that names the rule and the call's part that asked for the action. */
  readonly because: string;
  readonly confidence: Confidence;
}

/** Why a statement is as it is. */
export interface StatementExplanation {
  /** The statement's `Sid`. */
  readonly sid: string;
  /** At least one for each action; in the order of the actions. */
  readonly reasons: readonly ActionReason[];
  /** At least one for each resource that holds a wildcard; in the order of the resources. */
  readonly wildcards: readonly Wildcard[];
}
