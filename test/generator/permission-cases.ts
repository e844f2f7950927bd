import fc from 'fast-check';
import type { Conditions, Permission } from '../../iam/permission.ts';
import type { OracleRequest } from '../oracle/evaluate-policy.ts';

/** Builds a permission; a test names only what it is about. */
export function permission(
  action: string,
  resources: string | readonly string[],
  rest: Partial<Permission> = {},
): Permission {
  const list = typeof resources === 'string' ? [resources] : resources;
  return {
    action,
    resources: list,
    conditions: {},
    because: `the operation asks for ${action}`,
    confidence: 'documented',
    wildcards: list
      .filter((resource) => /[*?]/.test(resource))
      .map((resource) => ({ resource, reason: 'a part of it is not in the request' })),
    ...rest,
  };
}

const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'sqs:SendMessage', 'kms:Decrypt'];
const exactArns = [
  'arn:aws:s3:::b1',
  'arn:aws:s3:::b2',
  'arn:aws:s3:::b1/k1',
  'arn:aws:s3:::b1/k2',
  'arn:aws:s3:::b2/k1',
  `arn:aws:s3:::b1/k\${*}`,
  'arn:aws:sqs:eu-west-1:123456789012:q',
  'arn:aws:sqs:us-east-1:123456789012:q',
];
const patterns = [
  '*',
  'arn:aws:s3:::b1/*',
  'arn:aws:s3:::b1/**',
  'arn:aws:s3:::b1/k?',
  'arn:aws:s3:::b?/k1',
  `arn:aws:s3:::\${aws:username}/*`,
  'arn:aws:sqs:*:123456789012:q',
  'arn:aws:sqs:eu-west-1:*:q',
  'arn:aws:sqs:eu-west-1:*:*',
];
const foldable: Conditions[] = [
  { StringEquals: { 's3:prefix': ['a/'] } },
  { StringEquals: { 's3:prefix': ['b/', 'a/'] } },
  { StringEquals: { 's3:prefix': ['b/'], 's3:delimiter': ['/'] } },
  { StringEquals: { 's3:prefix': ['c/'], 's3:delimiter': ['/'] } },
  { StringEquals: { 's3:delimiter': ['/'] }, StringLike: { 'aws:userid': ['x'] } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['t1'] } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['t2'] } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['t2', 't1'] } },
  { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['t2'] } },
];
const negated: Conditions[] = [
  { StringNotEquals: { 's3:prefix': ['a/'] } },
  { StringNotEquals: { 's3:prefix': ['a/', 'b/'] } },
  { StringEqualsIfExists: { 's3:prefix': ['c/'] } },
];

const contexts = everyContext();

/** Any permissions: patterns, exact ARNs and conditions in every mixture. */
export const anyPermissions = fc.array(
  arbitraryPermission([...exactArns, ...patterns], [{}, {}, ...foldable, ...negated]),
  { maxLength: 8 },
);

/**
 * Permissions among which nothing is made superfluous by others: conditions stand on exact ARNs only, are not negated, and
 * fail where their keys are missing, as `ForAllValues` does not.
 */
export const plainPermissions = fc.array(
  fc.oneof(
    arbitraryPermission([...exactArns, ...patterns], [{}]),
    arbitraryPermission(exactArns, foldable.filter(failsWithoutKeys)),
  ),
  { maxLength: 8 },
);

function failsWithoutKeys(conditions: Conditions): boolean {
  return !Object.keys(conditions).some((operator) => operator.startsWith('ForAllValues:'));
}

/** Every request that tells one of the permissions above from another. */
export const everyRequest: readonly OracleRequest[] = actions.flatMap((action) =>
  [...exactArns, ...patterns].flatMap((resource) => requestsWith(action, resource)),
);

/** The requests among them that at least one of the permissions could be about. */
export function requestsFor(permissions: readonly Permission[]): readonly OracleRequest[] {
  return permissions.flatMap(({ action, resources }) =>
    resources.flatMap((resource) => requestsWith(action, resource)),
  );
}

function requestsWith(action: string, pattern: string): readonly OracleRequest[] {
  const resource = instanceOf(pattern);
  return contexts.map((context) => ({ action, resource, context }));
}

/** A resource that the pattern matches and that stands in no list by itself. */
function instanceOf(pattern: string): string {
  return pattern
    .replaceAll(`\${*}`, '\u0001')
    .replaceAll(`\${aws:username}`, 'jane')
    .replaceAll(/\*+/g, 'Fresh')
    .replaceAll('?', 'Z')
    .replaceAll('\u0001', '*');
}

function arbitraryPermission(resources: readonly string[], conditions: readonly Conditions[]) {
  return fc
    .record({
      action: fc.constantFrom(...actions),
      resources: fc.uniqueArray(fc.constantFrom(...resources), { minLength: 1, maxLength: 4 }),
      conditions: fc.constantFrom(...conditions),
    })
    .map((parts) => permission(parts.action, parts.resources, { conditions: parts.conditions }));
}

function everyContext(): readonly Record<string, readonly string[]>[] {
  const found: Record<string, readonly string[]>[] = [];
  for (const user of ['x', 'y']) {
    for (const prefix of [[], ['a/'], ['b/'], ['c/']]) {
      for (const delimiter of [[], ['/']]) {
        for (const tags of [[], ['t1'], ['t2'], ['t1', 't2'], ['t2', 't3']]) {
          found.push({
            's3:prefix': prefix,
            's3:delimiter': delimiter,
            'aws:tagkeys': tags,
            'aws:userid': [user],
            'aws:username': ['jane'],
          });
        }
      }
    }
  }
  return found;
}
