import { policySizes } from '../../iam/lint/tables/policy-sizes.ts';

/** What a policy is attached as: a managed policy, or an inline policy of a role, a user or a group. */
export type PolicyTarget = 'managed' | 'role' | 'user' | 'group';

/** The targets, as the command line names them. */
export const policyTargets = [
  'managed',
  'role',
  'user',
  'group',
] as const satisfies readonly PolicyTarget[];

/** How large the policies of a target may be. */
export interface PolicyLimits {
  /** Characters without white space, of one document. */
  readonly document: number;
  /** Characters without white space, of all documents together; undefined where each is counted by itself. */
  readonly together?: number;
  /** How many policies may be attached: what AWS grants by default, and at most on request; undefined where any number may. */
  readonly attachments?: { readonly byDefault: number; readonly atMost: number };
}

/** Source: IAM User Guide, "IAM and AWS STS quotas", for the numbers of attached policies. */
export const policyLimits: Readonly<Record<PolicyTarget, PolicyLimits>> = {
  managed: { document: policySizes.managed, attachments: { byDefault: 10, atMost: 20 } },
  role: { document: policySizes.role, together: policySizes.role },
  user: { document: policySizes.user, together: policySizes.user },
  group: { document: policySizes.group, together: policySizes.group },
};
