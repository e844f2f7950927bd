import { join } from 'node:path';
import type { StatementExplanation } from '../../../generator/explanation.ts';
import type { AccessLevel, PolicyExport } from '../../../generator/render/policy-export.ts';
import type { PolicyFormat } from '../../../generator/render/render-policies.ts';
import type { PolicyDocument, PolicyStatement } from '../../../iam/policy.ts';

/** A set of policies that every format is to write, and whose files lie in `golden/`. */
export interface ExportCase extends PolicyExport {
  /** The first part of the golden files' names. */
  readonly case: string;
}

const home = { partition: 'aws', region: 'eu-west-1', account: '123456789012' };

/** What a program usually needs: own and foreign accounts and regions, conditions, a wildcard with a reason. */
const typical = exportCase('typical', [
  {
    Version: '2012-10-17',
    Statement: [
      statement('DynamodbGetItem', {
        Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
        Resource: [
          'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
          'arn:aws:dynamodb:us-east-1:123456789012:table/Orders',
          'arn:aws:dynamodb:eu-west-1:210987654321:table/Shared',
        ],
      }),
      statement('KmsDecryptIfViaService', {
        Action: ['kms:Decrypt'],
        Resource: ['arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
        Condition: {
          StringEquals: {
            'aws:RequestedRegion': ['eu-west-1', 'us-east-1'],
            'aws:ResourceAccount': ['123456789012'],
            'kms:ViaService': ['s3.eu-west-1.amazonaws.com'],
          },
        },
      }),
      statement('S3GetObject', {
        Action: ['s3:GetObject', 's3:GetObjectTagging'],
        Resource: ['arn:aws:s3:::shop-reports/daily/*.csv', 'arn:aws:s3:::shop-reports/latest.csv'],
      }),
      statement('S3ListBucketIfPrefix', {
        Action: ['s3:ListBucket'],
        Resource: ['arn:aws:s3:::shop-reports'],
        Condition: { StringLike: { 's3:prefix': ['daily/', 'yearly/*'] } },
      }),
    ],
  },
]);

/** Every character that a format might take for its own. */
const awkward = exportCase('awkward', [
  {
    Version: '2012-10-17',
    Statement: [
      statement('S3GetObject', {
        Action: ['s3:GetObject'],
        Resource: [
          'arn:aws:s3:::odd/${*}${?}${$}{x}.txt',
          'arn:aws:s3:::odd/%{if}%%{endif} 50%',
          'arn:aws:s3:::odd/it\'s "quoted" `here` \\n | # : - ! & {} [] <b>',
          'arn:aws:s3:::odd/price$${*}$$',
          'arn:aws:s3:::odd/über/😀',
          'arn:aws:s3:::odd/$(rm -rf ~)$HOME',
          'arn:aws:s3:::odd/${aws:username}/*',
          'arn:aws:s3:::odd/123456789012/eu-west-1',
        ],
      }),
      statement('SqsSendMessageIfNote', {
        Action: ['sqs:SendMessage'],
        Resource: ["arn:aws:sqs:eu-west-1:123456789012:it's-${*}-${aws:username}"],
        Condition: {
          ArnLike: { 'aws:SourceArn': ['arn:aws:s3:::${aws:PrincipalTag/a b}'] },
          StringEquals: { 'aws:RequestTag/it\'s a "note"': ['yes', 'no', "'", '', '007'] },
        },
      }),
    ],
  },
]);

/** Characters that cannot be seen. */
const unprintable = exportCase('unprintable', [
  {
    Version: '2012-10-17',
    Statement: [
      statement('S3GetObject', {
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::odd/line\nbreak\rreturn\ttab\u0001\u0085\u00a0\u2028\ufeff'],
      }),
    ],
  },
]);

/** A key that Terraform's provider would take for a policy variable. */
const ampersand = exportCase('ampersand', [
  {
    Version: '2012-10-17',
    Statement: [
      statement('S3GetObject', {
        Action: ['s3:GetObject'],
        Resource: [
          'arn:aws:s3:::odd/&{aws:username}"\\${*}%{if}',
          'arn:aws:s3:::odd/${aws:username}',
        ],
      }),
      statement('SnsPublish', {
        Action: ['sns:Publish'],
        Resource: ['arn:aws:sns:eu-west-1:123456789012:news'],
      }),
    ],
  },
]);

/** A key as a Mac writes it: letters and accents apart. Terraform would join them. */
const decomposed = exportCase('decomposed', [
  {
    Version: '2012-10-17',
    Statement: [
      statement('S3GetObject', {
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::photos/e\u0301te\u0301/${aws:username}/*'],
      }),
    ],
  },
]);

const parts: readonly PolicyDocument[] = [
  {
    Version: '2012-10-17',
    Statement: [
      statement('SsmGetParameter', {
        Action: ['ssm:GetParameter'],
        Resource: ['arn:aws-us-gov:ssm:us-gov-west-1:123456789012:parameter/shop/*'],
      }),
    ],
  },
  {
    Version: '2012-10-17',
    Statement: [statement('AnyResource', { Action: ['s3:ListAllMyBuckets'], Resource: ['*'] })],
  },
];
const govHome = { partition: 'aws-us-gov', region: 'us-gov-west-1', account: '123456789012' };

const several: ExportCase = { ...exportCase('several', parts), name: 'shop.app', home: govHome };
const role: ExportCase = { ...exportCase('role', parts), target: 'role', home: govHome };
const user: ExportCase = {
  ...exportCase('user', parts.slice(0, 1)),
  target: 'user',
  home: govHome,
};
const group: ExportCase = { ...exportCase('group', parts.slice(1)), target: 'group', home: {} };
const nothing = exportCase('nothing', []);

/** All cases. */
export const exportCases: readonly ExportCase[] = [
  typical,
  awkward,
  unprintable,
  ampersand,
  decomposed,
  several,
  role,
  user,
  group,
  nothing,
];

/** Returns where the golden file of a case lies: a text, so that no tool takes it for a source of ours. */
export function goldenFile({ case: name }: ExportCase, format: PolicyFormat): string {
  return join(import.meta.dirname, 'golden', `${name}.${format}.txt`);
}

function exportCase(name: string, documents: readonly PolicyDocument[]): ExportCase {
  return {
    case: name,
    name: 'leastgrant',
    target: 'managed',
    documents: documents.map((document) => ({
      document,
      explanations: document.Statement.map(explain),
    })),
    home,
    accessLevelOf: (action) => levels[action],
  };
}

const levels: Readonly<Record<string, AccessLevel>> = {
  'dynamodb:GetItem': 'Read',
  'dynamodb:PutItem': 'Write',
  's3:GetObject': 'Read',
  's3:ListBucket': 'List',
};

function statement(Sid: string, rest: Omit<PolicyStatement, 'Sid' | 'Effect'>): PolicyStatement {
  return { Sid, Effect: 'Allow', ...rest };
}

function explain({ Sid, Action, Resource }: PolicyStatement): StatementExplanation {
  return {
    sid: Sid,
    reasons: Action.map((action) => ({
      action,
      because: `a call is authorized as ${action} [see \`a|b\`] <why>`,
      confidence: 'derived',
    })),
    wildcards: Resource.filter((resource) => resource.includes('*')).map((resource) => ({
      resource,
      reason: 'a date, from 3 recorded values (`daily/2026-11-20.csv`, …)',
    })),
  };
}
