import type { CompiledPolicy } from '../../iam/evaluate/compile-policy.ts';
import { isAllowed } from '../../iam/evaluate/is-allowed.ts';
import { unknownText } from '../../iam/evaluate/pattern.ts';
import type { RepresentativeRequest } from './requests-of-need.ts';

/**
 * How else AWS writes the resource of S3's actions that take none: its own examples allow `s3:ListAllMyBuckets` on
 * `arn:aws:s3:::*`. Source: IAM User Guide, "Amazon S3: Allows IAM users access to their S3 home directory".
 */
const anyBucket = ['aws', 'aws-cn', 'aws-us-gov'].map((one) => `arn:${one}:s3:::${unknownText}`);

/** Returns a request in the form in which the policies allow it; undefined where they allow none. */
export function findAllowedForm(
  policies: readonly CompiledPolicy[],
  request: RepresentativeRequest,
): RepresentativeRequest | undefined {
  const { action, resource, context } = request;
  if (isAllowed(policies, action, resource, context)) return request;
  if (resource !== unknownText || !action.toLowerCase().startsWith('s3:')) return undefined;
  const form = anyBucket.find((one) => isAllowed(policies, action, one, context));
  return form === undefined ? undefined : { ...request, resource: form };
}
