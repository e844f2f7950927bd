/** IAM condition block: operator, then condition key, then the values that satisfy it. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * How sure a permission is: `documented` by AWS for this operation, `derived` from AWS's data by a rule of
 * known reliability, `assumed` where neither says it.
 */
export type Confidence = 'documented' | 'derived' | 'assumed';

/** Why a resource holds a wildcard: the reason that `explain` prints. */
export interface Wildcard {
  /** The resource as it stands in the permission. */
  readonly resource: string;
  /** One sentence in lower case: which part is unknown, and why. */
  readonly reason: string;
}

/** What IAM must allow for a call: one action on some resources. */
export interface Permission {
  /** `s3:GetObject`, spelled as AWS spells it. */
  readonly action: string;
  /** ARNs, with wildcards where a part is unknown; `*` where the action takes no resource. Never empty. Sorted. */
  readonly resources: readonly string[];
  readonly conditions: Conditions;
  /** Keys of conditions that hold for the call too, but are not written; absent where there are none. Sorted. */
  readonly available?: readonly string[];
  /** The other accounts that its resources are in; absent where there are none, or the caller's is unknown. Sorted. */
  readonly crossAccount?: readonly string[];
  /** One sentence that names the rule and the call's part that asks for it. */
  readonly because: string;
  readonly confidence: Confidence;
  /** One entry for each resource that holds a wildcard. */
  readonly wildcards: readonly Wildcard[];
  /** The page of AWS that the rule comes from, where the rule names one of its own. */
  readonly source?: string;
}
