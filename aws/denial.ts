/**
 * What can deny a request, as AWS names it in the text of its denials.
 * Source: IAM User Guide, "Troubleshoot access denied error messages"; Amazon S3 User Guide, "Troubleshoot access denied
 * (403 Forbidden) errors" (Block Public Access).
 */
export const denyingPolicies = [
  'identity-based policy',
  'resource-based policy',
  'service control policy',
  'resource control policy',
  'permissions boundary',
  'session policy',
  'VPC endpoint policy',
  'role trust policy',
  'S3 Block Public Access',
] as const;

/** A kind of policy that can deny a request. */
export type DenyingPolicy = (typeof denyingPolicies)[number];

/** What AWS says of why it denied a request. Each part is checked for its form; no other text of the answer is kept. */
export interface Denial {
  /** The ARN of who was denied; null where the text does not say it. */
  readonly principal: string | null;
  /** The action as AWS wrote it: `SNS:Publish`. */
  readonly action: string | null;
  /** ARNs, or `*`; empty where AWS names none. */
  readonly resources: readonly string[];
  /** Null where AWS does not say it. */
  readonly deniedBy: DenyingPolicy | null;
  /** True where a `Deny` statement matched, false where AWS only found no `Allow`. */
  readonly isExplicit: boolean;
  /** The ARN of the policy that denied; null where AWS does not say it. */
  readonly policy: string | null;
  /** What `aws sts decode-authorization-message` reads; null where AWS gave none. It differs from answer to answer. */
  readonly encodedMessage: string | null;
}

/** Tells whether an Allow of the caller's own policy would not have helped: something else said no. */
export function isBlocked({ deniedBy, isExplicit }: Denial): boolean {
  return isExplicit || (deniedBy !== null && deniedBy !== 'identity-based policy');
}
