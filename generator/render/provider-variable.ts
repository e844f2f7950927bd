import type { PolicyDocument } from '../../iam/policy.ts';
import { conditionsOf } from './policy-export.ts';

/**
 * Tells whether a document holds `&{` in a resource or a condition. Terraform's AWS provider, and Pulumi's, which is
 * made from it, write `${` for it in an `aws_iam_policy_document`, with no way to ask for the characters themselves.
 * Source: Terraform AWS provider, data source `aws_iam_policy_document`, "Context Variable Interpolation".
 */
export function holdsProviderVariable({ Statement }: PolicyDocument): boolean {
  return Statement.some((statement) =>
    [...statement.Resource, ...conditionsOf(statement).flatMap(({ values }) => values)].some(
      (text) => text.includes('&{'),
    ),
  );
}
