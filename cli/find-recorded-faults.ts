import type { CatalogSource } from '../aws/catalog/catalog.ts';
import { LeastgrantError } from '../errors.ts';
import type { ExplainedDocument } from '../generator/render/policy-export.ts';
import { findConditionKind } from '../iam/authorize/condition-kinds.ts';
import type { Finding } from '../iam/lint/finding.ts';
import { findErrors } from '../iam/lint/lint-policies.ts';
import { keptHint } from './prove-generated.ts';

/** What only leastgrant can have got wrong: a call has no say in it. */
const ownCodes: ReadonlySet<string> = new Set([
  'grammar',
  'no-statements',
  'old-version',
  'duplicate-sid',
  'sid-characters',
  'characters',
  'action-form',
]);

/**
 * Returns what IAM would refuse in generated policies because a recorded call named it, such as an ARN in a partition that
 * does not exist, or the user gave it as a condition's value: one sentence each, with where it comes from.
 * @throws LeastgrantError E_INTERNAL where leastgrant itself made what IAM would refuse
 */
export function findRecordedFaults(
  policies: readonly ExplainedDocument[],
  catalog: CatalogSource,
): readonly string[] {
  return policies.flatMap((policy, at) => {
    const name = `generated policy ${at + 1}`;
    const source = { attachment: undefined, hasUnknownParts: false, problems: [] };
    const errors = findErrors({ ...source, name, document: policy.document }, catalog);
    const own = errors.find(({ code }) => ownCodes.has(code));
    if (own !== undefined) throw refused(own);
    return errors.map(({ message, where }) => `${message}${reasonAt(where, policy)}`);
  });
}

function refused({ policy, where, message }: Finding): LeastgrantError {
  const place = where === '' ? policy : `${policy}, ${where}`;
  return new LeastgrantError('E_INTERNAL', `IAM would refuse the ${place}: ${message}`, {
    hint: keptHint,
  });
}

function reasonAt(where: string, { explanations }: ExplainedDocument): string {
  const [, key = ''] = /\.Condition\.[^.]+\.(.+)$/.exec(where) ?? [];
  if (findConditionKind(key)?.use === 'given') return `; given as a value of ${key}`;
  const [, place] = /^Statement\[(\d+)\]/.exec(where) ?? [];
  const [first] = explanations[Number(place)]?.reasons ?? [];
  return first === undefined ? '' : `; recorded because ${first.because}`;
}
