import fc from 'fast-check';
import type { PolicyExport } from '../../../generator/render/policy-export.ts';
import { policyTargets } from '../../../generator/split/policy-limits.ts';
import type { PolicyDocument, PolicyStatement } from '../../../iam/policy.ts';

const home = { partition: 'aws-cn', region: 'cn-north-1', account: '123456789012' };

/** What a format may take for its own, beside any character that a text can have. */
const awkward = fc.constantFrom(
  ...['${aws:username}', '${aws:PrincipalTag/a b}', '${*}', '${?}', '${$}', '&{aws:username}'],
  ...['*', '?', '$', '$$', '{', '}', '%{', '%%{if}', '{{', '!', '!Sub', '!Ref x', '#', ': ', '- '],
  ...["'", "''", '"', '`', '\\', '\\n', '\n', '\r\n', '\t', '\u0000', '\u0085', '\u2028', '\ufeff'],
  ...[
    'über',
    '文件',
    '😀',
    '\ud83d\ude00',
    'a\u0301',
    '<b>',
    '&amp;',
    '|',
    '~',
    'null',
    'yes',
    '007',
  ],
  ...['$(x)', '$HOME', '${AWS::Region}', '${!x}', home.account, home.region, home.partition, ' '],
);
const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 });
const name = fc
  .array(fc.oneof(awkward, letters), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  // IAM knows no policy variable without an end.
  .filter((text) => !text.replaceAll(/\$\{[^{}]*\}/g, '').includes('${'));

/** ARNs of the recorder's own place, of other ones, of none, and with wildcards there. */
const resource = fc.oneof(
  fc.constant('*'),
  fc
    .tuple(
      fc.constantFrom(home.partition, 'aws', 'aws-us-gov', 'aws-iso-b', '*'),
      fc.constantFrom('s3', 'sqs', 'dynamodb'),
      fc.constantFrom(home.region, 'eu-west-1', '', '*'),
      fc.constantFrom(home.account, '210987654321', '', '*', '${aws:PrincipalAccount}'),
      name,
    )
    .map(([partition, service, region, account, rest]) =>
      ['arn', partition, service, region, account, rest].join(':'),
    ),
);

const texts = (text: fc.Arbitrary<string>) =>
  fc.uniqueArray(text, { minLength: 1, maxLength: 4 }).map((list) => [...list].sort());

const operator = fc.constantFrom(
  ...['StringEquals', 'StringLike', 'ArnLike', 'Bool', 'NumericLessThanEquals', 'Null'],
  ...['StringEqualsIfExists', 'ForAllValues:StringLike', 'ForAnyValue:StringEqualsIgnoreCase'],
);
const key = fc.oneof(
  fc.constantFrom('aws:RequestedRegion', 'aws:ResourceAccount', 'kms:ViaService', 's3:prefix'),
  name.map((tag) => `aws:RequestTag/${tag}`),
);
const value = fc.oneof(
  name,
  resource,
  fc.constantFrom('true', '100', '', home.region, home.account),
  fc.constantFrom(`s3.${home.region}.amazonaws.com.cn`, 's3.eu-west-1.amazonaws.com'),
);
const conditions = fc.dictionary(
  operator,
  fc.dictionary(key, texts(value), { minKeys: 1, maxKeys: 3 }),
  { minKeys: 1, maxKeys: 3 },
);

const statement: fc.Arbitrary<Omit<PolicyStatement, 'Sid'>> = fc
  .tuple(
    texts(fc.constantFrom('s3:GetObject', 's3:Get*', 'sqs:SendMessage', 'dynamodb:PutItem')),
    texts(resource),
    fc.option(conditions, { nil: undefined }),
  )
  .map(([Action, Resource, Condition]) => ({
    Effect: 'Allow',
    Action,
    Resource,
    ...(Condition !== undefined && { Condition }),
  }));

const document: fc.Arbitrary<PolicyDocument> = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((statements) => ({
    Version: '2012-10-17',
    Statement: statements.map((one, at) => ({ Sid: `Statement${at}`, ...one })),
  }));

/** Policies with every kind of text, attached in every way, one or several, recorded in a place of their own or nowhere. */
export const arbitraryExports: fc.Arbitrary<PolicyExport> = fc.record({
  name: fc.constantFrom('leastgrant', 'shop.app', '2nd+app', 'a_b-c@d'),
  target: fc.constantFrom(...policyTargets),
  documents: fc
    .array(document, { minLength: 1, maxLength: 3 })
    .map((documents) => documents.map((one) => ({ document: one, explanations: [] }))),
  home: fc.constantFrom(home, home, {}),
  accessLevelOf: fc.constant(() => undefined),
});
