import type { LintRule } from '../lint-rule.ts';
import { policySize, policySizes, sizeLimit } from '../tables/policy-sizes.ts';

/** Finds a policy that is too large for what it is attached as, or, where nobody says it, for anything. */
export const checkSize: LintRule = ({ source }) => {
  const size = policySize(source.document);
  const { attachment } = source;
  const limit = attachment === undefined ? policySizes.role : sizeLimit(attachment);
  const because = 'split it; white space is not counted';
  const count = `the policy has ${size.toLocaleString('en-US')} characters`;
  if (size > limit) {
    const message = `${count}, ${limit.toLocaleString('en-US')} are allowed`;
    return [{ level: 'error', code: 'size', where: '', message, because }];
  }
  if (attachment !== undefined || size <= policySizes.managed) return [];
  const message = `${count}: too many for a managed policy, so that it fits a role only`;
  return [{ level: 'warning', code: 'size', where: '', message, because }];
};
