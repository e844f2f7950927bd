import fc from 'fast-check';

/** Policies and requests that come near each other often: few names, many wildcards. */
const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'iam:PassRole', 'S3:getobject'];
const actionPatterns = [
  ...actions,
  '*',
  's3:*',
  's3:Get*',
  's3:?etObject',
  '*:*Object',
  'IAM:*',
  's3:**t',
];
const resources = [
  '*',
  'arn:aws:s3:::b1',
  'arn:aws:s3:::b1/k1',
  'arn:aws:s3:::b1/jane/k*',
  'arn:aws:s3:::b1/jane/kx',
  'arn:aws:sqs:eu-west-1:123456789012:q',
  'arn:aws:sqs:eu-west-1:123:45:q',
  'arn:aws:logs:eu-west-1:123456789012:log-group:g:log-stream:s',
  'arn:aws:iam::123456789012:role/team:blue',
  'no arn at all',
];
const resourcePatterns = [
  ...resources,
  'arn:aws:s3:::*',
  'arn:aws:s3:::b?/k1',
  'arn:aws:s3:::b1/${aws:username}/*',
  "arn:aws:s3:::b1/${aws:username, 'jane'}/k${*}",
  'arn:aws:s3:::b1/${aws:PrincipalTag/team}/k?',
  'arn:aws:sqs:*:123456789012:q',
  'arn:aws:sqs:eu-*-1:*:q',
  'arn:aws:sqs:e*3:45:q',
  'arn:aws:sqs:eu-west-1?123:45:q',
  'arn:aws:sqs:eu-west-?:*',
  'arn:aws:sqs',
  'arn:aws:s3:*',
  'arn:aws:logs:*:log-stream:s',
  'arn:*:logs:eu-west-1:*:log-group:*:s',
  'arn:aws:iam::1*2:role/*',
  '${$}{x}',
  'arn:aws:s3:::b1/${',
];

const texts = ['', 'a', 'A', 'b', 'a*', 'jane', 'a/b', 'true', 'False', '10', '9.5', '1e1'];
const dates = [
  '2026-01-01',
  '2026-01-01T00:00:00Z',
  '2026-01-01T01:00:00+01:00',
  '1767225600',
  '2025',
];
const addresses = [
  '10.0.0.1',
  '10.0.0.0/8',
  '192.0.2.1/32',
  '2001:db8::1',
  '2001:DB8::/32',
  '::1',
  'x',
];
const arns = [
  'arn:aws:s3:::b1',
  'arn:aws:s3:::b1:x',
  'arn:aws:s3:::*',
  'arn:*:s3:::b?',
  'arn:aws:s*:b1',
  'arn:aws:iam::123456789012:role/${aws:username}',
  'arn:aws:iam::123456789012:role/jane',
  '*',
];
const patterns = [
  '*',
  'a?',
  '?',
  '${aws:username}',
  "${k4, 'a'}/*",
  '${*}',
  'a${*}',
  '${k1}',
  '**b',
];
const binaries = ['QUJD', 'QUI=', ''];

const families: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    stem('String', ['Equals', 'NotEquals', 'Like', 'NotLike', 'EqualsIgnoreCase']),
    [...texts, ...patterns],
  ],
  [
    ['StringNotEqualsIgnoreCase', 'Bool'],
    [...texts, ...patterns],
  ],
  [stem('Numeric', ordered()), ['10', '9.5', '1e1', '-3', 'x', '']],
  [stem('Date', ordered()), dates],
  [['IpAddress', 'NotIpAddress'], addresses],
  [stem('Arn', ['Equals', 'NotEquals', 'Like', 'NotLike']), arns],
  [['BinaryEquals'], binaries],
];
const keys = ['k1', 'K2', 'aws:username', 'aws:PrincipalTag/team'];
const values = [...texts, ...dates, ...addresses, ...arns, ...binaries];

function ordered(): readonly string[] {
  const suffixes = ['LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
  return ['Equals', 'NotEquals', ...suffixes];
}

function stem(prefix: string, suffixes: readonly string[]): readonly string[] {
  return suffixes.map((suffix) => `${prefix}${suffix}`);
}

const comparison = fc.constantFrom(...families).chain(([operators, wanted]) =>
  fc.record({
    set: fc.constantFrom('', '', '', 'ForAllValues:', 'ForAnyValue:'),
    operator: fc.constantFrom(...operators),
    ifExists: fc.constantFrom('', '', 'IfExists'),
    key: fc.constantFrom(...keys),
    values: fc.array(fc.constantFrom(...wanted), { maxLength: 3 }),
  }),
);

const condition = fc.oneof(
  {
    weight: 8,
    arbitrary: comparison.map((one) => ({
      [`${one.set}${one.operator}${one.ifExists}`]: { [one.key]: one.values },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ key: fc.constantFrom(...keys), value: fc.constantFrom('true', 'false', 'True') })
      .map(({ key, value }) => ({ Null: { [key]: value } })),
  },
);

const statement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    actions: fc.array(fc.constantFrom(...actionPatterns), { minLength: 1, maxLength: 3 }),
    resources: fc.array(fc.constantFrom(...resourcePatterns), { minLength: 1, maxLength: 4 }),
    isNotAction: fc.nat(7).map((one) => one === 0),
    isNotResource: fc.nat(7).map((one) => one === 0),
    conditions: fc.array(condition, { maxLength: 2 }),
  })
  .map((one) => ({
    Effect: one.effect,
    [one.isNotAction ? 'NotAction' : 'Action']: one.actions,
    [one.isNotResource ? 'NotResource' : 'Resource']: one.resources,
    Condition: Object.assign({}, ...one.conditions),
  }));

/** A policy document as its JSON value. */
export const anyPolicy = fc.record({
  Version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'),
  Statement: fc.array(statement, { minLength: 1, maxLength: 4 }),
});

/** A request; its condition keys are in lower case. */
export const anyRequest = fc.record({
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
  context: fc.dictionary(
    fc.constantFrom('k1', 'k2', 'aws:username', 'aws:principaltag/team'),
    fc.oneof(
      fc.constantFrom(...values).map((one) => [one]),
      fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
    ),
    { maxKeys: 3 },
  ),
});
