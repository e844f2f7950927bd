import type { PolicyAttachment } from '../../policy-document/sources/policy-source.ts';

/**
 * How many characters policies may have, white space not counted: one managed policy, or all inline policies of one
 * role, user or group together.
 * Source: IAM User Guide, "IAM and AWS STS quotas", IAM and STS character limits.
 */
export const policySizes = { managed: 6144, role: 10_240, user: 2048, group: 5120 } as const;

/** Returns the size of a policy as IAM counts it: without white space between its parts. */
export function policySize(document: unknown): number {
  return JSON.stringify(document)?.length ?? 0;
}

/** Returns the limit for an attachment. */
export function sizeLimit(attachment: PolicyAttachment): number {
  return attachment.kind === 'managed' ? policySizes.managed : policySizes[attachment.entity];
}
