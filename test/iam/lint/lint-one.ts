import { openCatalog } from '../../../aws/catalog/catalog.ts';
import type { Finding } from '../../../iam/lint/finding.ts';
import { lintPolicies } from '../../../iam/lint/lint-policies.ts';
import type { PolicySource } from '../../../iam/policy-document/sources/policy-source.ts';

const catalog = openCatalog();

/** Returns what is found in one document, whose use is unknown unless `rest` says it. */
export function lintDocument(
  document: unknown,
  rest: Partial<PolicySource> = {},
): readonly Finding[] {
  const source = {
    name: 'p',
    document,
    attachment: undefined,
    hasUnknownParts: false,
    problems: [],
  };
  return lintPolicies([{ ...source, ...rest }], catalog);
}

/** Returns what is found in one statement, of which `statement` says what differs from a faultless one. */
export function lint(statement: object, rest: Partial<PolicySource> = {}): readonly Finding[] {
  const Statement = [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', ...statement },
  ];
  return lintDocument({ Version: '2012-10-17', Statement }, rest);
}

/** Returns the same as `LEVEL CODE PLACE` for each finding, with the place within the statement. */
export function brief(statement: object, rest: Partial<PolicySource> = {}): readonly string[] {
  return lint(statement, rest).map(
    ({ level, code, where }) => `${level} ${code} ${where.replace('Statement[0].', '')}`,
  );
}
