import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { lintPolicies } from '../../../iam/lint/lint-policies.ts';
import { escalationPaths } from '../../../iam/lint/tables/escalation-paths.ts';
import type { PolicySource } from '../../../iam/policy-document/sources/policy-source.ts';

const catalog = openCatalog();

function lintDocument(document: unknown, rest: Partial<PolicySource> = {}) {
  const source = {
    name: 'p',
    document,
    attachment: undefined,
    hasUnknownParts: false,
    problems: [],
  };
  return lintPolicies([{ ...source, ...rest }], catalog);
}

/** Lints one statement; returns level, code and place of each finding. */
function lint(statement: object, rest: Partial<PolicySource> = {}) {
  const Statement = [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', ...statement },
  ];
  return lintDocument({ Version: '2012-10-17', Statement }, rest);
}

function brief(statement: object, rest: Partial<PolicySource> = {}) {
  return lint(statement, rest).map(
    ({ level, code, where }) => `${level} ${code} ${where.replace('Statement[0].', '')}`,
  );
}

describe('a policy without faults', () => {
  it.each<[string, object]>([
    ['the plainest', {}],
    ['actions in any case', { Action: 'S3:getobject' }],
    ['any resource for an action without one', { Action: 's3:ListAllMyBuckets', Resource: '*' }],
    ["AWS's own form for S3", { Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' }],
    [
      'a wildcard in the middle of an action',
      { Action: 's3:*Object', Resource: 'arn:aws:s3:::b/*' },
    ],
    [
      'a log group with its suffix',
      {
        Action: 'logs:CreateLogStream',
        Resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f:*',
      },
    ],
    ['a variable in the resource', { Resource: 'arn:aws:s3:::b/${aws:username}/*' }],
    ['a variable with a default', { Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}/*" }],
    [
      'variables of an identity provider and of a service',
      { Resource: 'arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/${transfer:UserName}/*' },
    ],
    ['escapes beside a variable', { Resource: 'arn:aws:s3:::b/${$}${*}{x}/${aws:username}' }],
    [
      'a tag that the reference calls `tag-key`',
      {
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        Condition: { StringEquals: { 'secretsmanager:ResourceTag/team': 'a' } },
      },
    ],
    [
      'a key with the prefix of no service',
      {
        Action: 'aws-marketplace:StartChangeSet',
        Resource: '*',
        Condition: { StringEquals: { 'catalog:ChangeType': 'UpdateInformation' } },
      },
    ],
    [
      'keys of requests by an agent',
      {
        Condition: {
          Bool: { 'aws:ViaAWSMCPService': 'true', 'aws:IsMcpServiceAction': 'true' },
          StringEquals: { 'aws:CalledViaAWSMCP': 'aws-mcp.amazonaws.com' },
        },
      },
    ],
    [
      'a private address behind an endpoint',
      { Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } } },
    ],
    [
      'tags of what is made and of what is there',
      {
        Action: ['ec2:StartInstances', 'ec2:StopInstances'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } },
      },
    ],
    [
      'a key that one of the actions lacks, where it may be lacking',
      {
        Action: ['s3:ListBucket', 's3:GetObject'],
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        Condition: { StringEqualsIfExists: { 's3:prefix': 'a/' } },
      },
    ],
    [
      'the service of a service-linked role',
      {
        Action: 'iam:CreateServiceLinkedRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
      },
    ],
    [
      'a resource without account, as ARNs of its kind are',
      { Action: 'apigateway:GET', Resource: 'arn:aws:apigateway:eu-west-1::/restapis/*' },
    ],
    [
      'a secret',
      {
        Action: 'secretsmanager:GetSecretValue',
        Resource: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:name-??????',
      },
    ],
    [
      'a tag of the request',
      {
        Action: 'sqs:CreateQueue',
        Resource: 'arn:aws:sqs:*:*:q',
        Condition: { StringEquals: { 'aws:RequestTag/team': 'a' } },
      },
    ],
    [
      'a condition key of the service',
      {
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::b',
        Condition: { StringLike: { 's3:prefix': 'a/*' } },
      },
    ],
    [
      'a key of an identity provider',
      { Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:a/b' } } },
    ],
    [
      'a set operator',
      {
        Action: 'sqs:CreateQueue',
        Resource: 'arn:aws:sqs:*:*:q',
        Condition: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] },
          Null: { 'aws:TagKeys': 'false' },
        },
      },
    ],
    [
      'a role that is named',
      {
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::123456789012:role/app',
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      },
    ],
    [
      'keys of ones own',
      { Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' },
    ],
    [
      'a Deny of everything',
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
    [
      'a Deny with NotAction',
      { Effect: 'Deny', Action: undefined, NotAction: 'iam:*', Resource: '*' },
    ],
  ])('has no findings: %s', (_name, statement) => {
    expect(lint(statement)).toEqual([]);
  });
});

describe('lint', () => {
  it.each<[string, object, readonly string[]]>([
    [
      'an action that is mistyped',
      { Action: ['s3:GetObject', 's3:PutObjekt'] },
      ['error unknown-action Action[1]'],
    ],
    [
      'an action that nobody knows',
      { Action: ['s3:GetObject', 's3:FrobnicateAll'] },
      ['warning unknown-action Action[1]'],
    ],
    [
      'a service that is mistyped',
      { Action: ['s3:GetObject', 'dynamodbb:GetItem'] },
      ['error unknown-service Action[1]'],
    ],
    [
      'an action without prefix',
      { Action: ['s3:GetObject', 'GetObject'] },
      ['error action-form Action[1]'],
    ],
    [
      'a wildcard that matches nothing',
      { Action: ['s3:GetObject', 's3:Frobnicate*'] },
      ['warning wildcard-matches-nothing Action[1]'],
    ],
    ['no ARN', { Resource: 'my-bucket/*' }, ['error arn-form Resource[0]']],
    [
      'an object action on a bucket',
      { Resource: 'arn:aws:s3:::b' },
      ['warning resource-fits-no-action Resource[0]', 'warning action-fits-no-resource Action[0]'],
    ],
    [
      'a bucket action on objects',
      { Action: ['s3:GetObject', 's3:ListBucket'] },
      ['warning action-fits-no-resource Action[1]'],
    ],
    [
      'an action that takes no resource',
      { Action: ['s3:GetObject', 's3:ListAllMyBuckets'] },
      ['warning action-fits-no-resource Action[1]'],
    ],
    [
      'a region in an ARN of S3',
      { Resource: 'arn:aws:s3:eu-west-1::b/*' },
      ['warning resource-fits-no-action Resource[0]', 'warning action-fits-no-resource Action[0]'],
    ],
    ['a partition', { Resource: 'arn:aws-xx:s3:::b/*' }, ['error partition Resource[0]']],
    ['a wildcard as partition', { Resource: 'arn:*:s3:::b/*' }, ['warning partition Resource[0]']],
    ['a wildcard as service', { Resource: 'arn:aws:*:::b/*' }, ['error arn-service Resource[0]']],
    [
      'an account',
      { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:1234:q' },
      ['error arn-account Resource[0]'],
    ],
    [
      'a variable too early',
      { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:${aws:RequestedRegion}:123456789012:q' },
      ['error variable-place Resource[0]'],
    ],
    [
      'an incomplete ARN',
      { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs' },
      ['warning incomplete-arn Resource[0]'],
    ],
    [
      'a mistyped key',
      { Condition: { StringEquals: { 'aws:SourceVpx': 'a' } } },
      ['error unknown-condition-key Condition.StringEquals.aws:SourceVpx'],
    ],
    [
      'an unknown key',
      { Condition: { StringEquals: { 's3:Nothing': 'a' } } },
      ['warning unknown-condition-key Condition.StringEquals.s3:Nothing'],
    ],
    [
      'a key that no action carries',
      { Condition: { StringEquals: { 'ec2:InstanceType': 'a' } } },
      ['warning condition-key-not-carried Condition.StringEquals.ec2:InstanceType'],
    ],
    [
      'an operator of another type',
      { Condition: { NumericEquals: { 'aws:username': '1' } } },
      ['warning operator-type Condition.NumericEquals.aws:username'],
    ],
    [
      'an operator in another case',
      { Condition: { stringequals: { 'aws:username': 'a' } } },
      ['warning operator-case Condition.stringequals.aws:username'],
    ],
    [
      'a missing set operator',
      {
        Action: 'sqs:CreateQueue',
        Resource: '*',
        Condition: { StringEquals: { 'aws:TagKeys': 'a' } },
      },
      ['warning set-operator-missing Condition.StringEquals.aws:TagKeys'],
    ],
    [
      'a set operator on one value',
      { Condition: { 'ForAllValues:StringEquals': { 'aws:username': 'a' } } },
      ['warning set-operator Condition.ForAllValues:StringEquals.aws:username'],
    ],
    [
      'ForAllValues alone',
      {
        Action: 'sqs:CreateQueue',
        Resource: '*',
        Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } },
      },
      ['note for-all-values Condition.ForAllValues:StringEquals.aws:TagKeys'],
    ],
    [
      'a value that is no number',
      {
        Action: 's3:ListBucket',
        Resource: '*',
        Condition: { NumericLessThan: { 's3:max-keys': 'ten' } },
      },
      ['error condition-value Condition.NumericLessThan.s3:max-keys'],
    ],
    [
      'a value that is no date',
      { Condition: { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } } },
      ['error condition-value Condition.DateLessThan.aws:CurrentTime'],
    ],
    [
      'a value that is no address',
      { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/33' } } },
      ['error condition-value Condition.IpAddress.aws:SourceIp'],
    ],
    [
      'a value that is no ARN',
      { Condition: { ArnLike: { 'aws:PrincipalArn': 'jane' } } },
      ['error condition-value Condition.ArnLike.aws:PrincipalArn'],
    ],
    [
      'a value that is no Bool',
      { Condition: { Bool: { 'aws:SecureTransport': 'no' } } },
      ['error condition-value Condition.Bool.aws:SecureTransport'],
    ],
    [
      'a variable where none is filled in',
      { Condition: { IpAddress: { 'aws:SourceIp': '${aws:username}' } } },
      ['error condition-variable Condition.IpAddress.aws:SourceIp'],
    ],
    [
      'a wildcard that is none',
      { Condition: { StringEquals: { 'aws:username': 'app-*' } } },
      ['warning wildcard-in-equals Condition.StringEquals.aws:username'],
    ],
    [
      'no values',
      { Condition: { StringEquals: { 'aws:username': [] } } },
      ['warning no-condition-values Condition.StringEquals.aws:username'],
    ],
    [
      'an action twice',
      { Action: ['s3:GetObject', 's3:getobject'] },
      ['warning redundant Action[1]'],
    ],
    [
      'an action that a wildcard covers',
      { Action: ['s3:GetObject', 's3:Get*'] },
      ['warning redundant Action[0]'],
    ],
    [
      'a resource that another covers',
      { Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a/*'] },
      ['warning redundant Resource[1]'],
    ],
    [
      'an ARN without its region',
      { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs::123456789012:q' },
      ['warning arn-region Resource[0]'],
    ],
    [
      'an ARN without its account',
      { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1::q' },
      ['note arn-account Resource[0]'],
    ],
    [
      'a region of another partition',
      { Action: 'sqs:SendMessage', Resource: 'arn:aws-cn:sqs:eu-west-1:123456789012:q' },
      ['warning arn-region Resource[0]'],
    ],
    [
      'a variable that is not closed',
      { Resource: 'arn:aws:s3:::b/${aws:username/*' },
      ['error variable-form Resource[0]'],
    ],
    [
      'a variable without a name',
      { Resource: 'arn:aws:s3:::b/${}/*' },
      ['error variable-form Resource[0]'],
    ],
    [
      'a variable with a space in its name',
      { Resource: 'arn:aws:s3:::b/${ aws:username}/*' },
      ['error variable-form Resource[0]'],
    ],
    [
      "a variable's default without quotes",
      { Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/team, all}/*' },
      ['error variable-form Resource[0]'],
    ],
    [
      'a mistyped variable in a condition',
      {
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::b',
        Condition: { StringLike: { 's3:prefix': '${aws:usernme}/*' } },
      },
      ['error unknown-variable Condition.StringLike.s3:prefix'],
    ],
    [
      "a template's own variable that was left",
      { Resource: 'arn:aws:s3:::b/${UserName}/*' },
      ['warning unknown-variable Resource[0]'],
    ],
    [
      'a variable in an action',
      { Action: ['s3:GetObject', 's3:${aws:username}'] },
      ['warning unknown-action Action[1]', 'error variable-place Action[1]'],
    ],
    [
      'an action that does not carry the key of its statement',
      {
        Action: ['s3:ListBucket', 's3:GetObject'],
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        Condition: { StringEquals: { 's3:prefix': 'a/' } },
      },
      ['warning action-without-key Action[1]'],
    ],
    [
      'a tag that no action carries',
      {
        Action: 'sts:GetCallerIdentity',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } },
      },
      ['warning condition-key-not-carried Condition.StringEquals.aws:ResourceTag/team'],
    ],
    [
      'a tag without its key',
      {
        Action: 'ec2:StopInstances',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/': 'a' } },
      },
      ['error unknown-condition-key Condition.StringEquals.aws:ResourceTag/'],
    ],
    [
      'a key twice in another case',
      { Condition: { StringEquals: { 'aws:username': 'a', 'aws:UserName': 'b' } } },
      ['error duplicate-key Condition.StringEquals.aws:UserName'],
    ],
    [
      'both truth values',
      { Condition: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } },
      ['warning both-booleans Condition.Bool.aws:SecureTransport'],
    ],
    [
      'a service that is no service principal',
      {
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::123456789012:role/r',
        Condition: { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com', 'ecs'] } },
      },
      ['warning value-form Condition.StringEquals.iam:PassedToService'],
    ],
    [
      'the id of a VPC for that of an endpoint',
      { Condition: { StringEquals: { 'aws:SourceVpce': 'vpc-12345678' } } },
      ['warning value-form Condition.StringEquals.aws:SourceVpce'],
    ],
    [
      'private addresses alone',
      { Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', 'fd00::/8'] } } },
      ['error private-address Condition.IpAddress.aws:SourceIp'],
    ],
    [
      'a private address among others',
      { Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '192.168.1.1'] } } },
      ['note private-address Condition.IpAddress.aws:SourceIp'],
    ],
    [
      'an address with the prefix of a range',
      { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } } },
      ['note address-range Condition.IpAddress.aws:SourceIp'],
    ],
    [
      'service-linked roles of any service',
      { Action: 'iam:CreateServiceLinkedRole', Resource: '*' },
      ['warning any-service-linked-role Statement[0]'],
    ],
    ['everything', { Action: '*', Resource: '*' }, ['warning full-access Statement[0]']],
    ['all of a service', { Action: 's3:*' }, ['note service-wildcard Action[0]']],
    ['a Principal', { Principal: '*' }, ['warning principal Principal']],
    ['a Sid with a space', { Sid: 'a b' }, ['error sid-characters Sid']],
    ['a character that IAM refuses', { Resource: 'arn:aws:s3:::b/日本' }, ['error characters ']],
    ['grammar', { Effect: 'allow' }, ['error grammar Effect', 'error no-statements Statement']],
  ])('finds %s', (_name, statement, findings) => {
    expect(brief(statement)).toEqual(findings);
  });

  it('finds NotAction and NotResource with Allow', () => {
    const found = brief({
      Action: undefined,
      NotAction: 'iam:*',
      Resource: undefined,
      NotResource: 'arn:aws:s3:::b',
    });
    expect(found.slice(0, 2)).toEqual([
      'warning allow-not-action Statement[0]',
      'warning allow-not-resource Statement[0]',
    ]);
  });

  it('suggests what was meant', () => {
    const [finding] = lint({ Action: ['s3:GetObject', 's3:PutObjekt'] });
    expect(finding).toEqual({
      level: 'error',
      code: 'unknown-action',
      policy: 'p',
      where: 'Statement[0].Action[1]',
      message: '`s3` has no action `PutObjekt`',
      because: 'did you mean `s3:PutObject`?',
    });
  });

  it('doubts neither partition nor values that a template leaves open', () => {
    const statement = {
      Resource: 'arn:*:s3:::b/*',
      Condition: { ArnLike: { 'aws:PrincipalArn': '*' } },
    };
    expect(brief(statement, { hasUnknownParts: true })).toEqual([]);
  });

  it('calls no resource superfluous beside one that a template leaves open', () => {
    const Resource = ['*', 'arn:aws:sns:*:*:dev'];
    const statement = { Action: 'sns:Publish', Resource };
    expect(brief(statement)).toEqual(['warning redundant Resource[1]']);
    expect(brief(statement, { hasUnknownParts: true })).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ['no version', { Version: undefined }, ['warning old-version ']],
    [
      'no version but variables',
      {
        Version: undefined,
        Statement: {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::b/${aws:username}',
        },
      },
      ['error old-version '],
    ],
    ['the old version', { Version: '2008-10-17' }, ['warning old-version Version']],
    ['an Id', { Id: 'x' }, ['warning id Id']],
    ['no statements', { Statement: [] }, ['error no-statements Statement']],
  ])('finds, of a document: %s', (_name, part, findings) => {
    const document = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' },
      ...part,
    };
    expect(
      lintDocument(document).map(({ level, code, where }) => `${level} ${code} ${where}`),
    ).toEqual(findings);
  });

  it('finds a Sid that stands twice and a statement that another covers', () => {
    const one = { Sid: 'A', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' };
    const other = { ...one, Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/k' };
    const codes = lintDocument({ Version: '2012-10-17', Statement: [other, one] });
    expect(codes.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'duplicate-sid Statement[1].Sid',
      'redundant-statement Statement[0]',
      'service-wildcard Statement[1].Action[0]',
    ]);
  });
});

describe('sizes', () => {
  const ofSize = (size: number) => {
    const empty = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: ['arn:aws:s3:::b/'] }],
    };
    const filler = 'x'.repeat(size - JSON.stringify(empty).length);
    return {
      ...empty,
      Statement: [{ ...empty.Statement[0], Resource: [`arn:aws:s3:::b/${filler}`] }],
    };
  };
  const inline = (entity: 'role' | 'user' | 'group') =>
    ({ kind: 'inline', entity, owner: 'o' }) as const;

  it.each([
    ['a managed policy', { kind: 'managed' } as const, 6144],
    ['a role', inline('role'), 10_240],
    ['a user', inline('user'), 2048],
    ['a group', inline('group'), 5120],
  ])('of %s end where IAM ends them', (_name, attachment, limit) => {
    expect(lintDocument(ofSize(limit), { attachment })).toEqual([]);
    expect(lintDocument(ofSize(limit + 1), { attachment })).toMatchObject([
      { level: 'error', code: 'size' },
    ]);
  });

  it('of a policy of unknown use warn first', () => {
    expect(lintDocument(ofSize(6145))).toMatchObject([{ level: 'warning', code: 'size' }]);
    expect(lintDocument(ofSize(10_241))).toMatchObject([{ level: 'error', code: 'size' }]);
  });

  it('count all inline policies of one entity together', () => {
    const source = (name: string, owner: string): PolicySource => ({
      name: `t.yaml: ${name}`,
      document: ofSize(1500),
      attachment: { kind: 'inline', entity: 'user', owner },
      hasUnknownParts: false,
      problems: [],
    });
    expect(lintPolicies([source('a', 'jane'), source('b', 'joe')], catalog)).toEqual([]);
    expect(lintPolicies([source('a', 'jane'), source('b', 'jane')], catalog)).toMatchObject([
      { level: 'error', code: 'inline-size', policy: 't.yaml: a' },
    ]);
  });
});

describe('escalation', () => {
  const codes = (Action: string[], Resource: string, rest: object[] = []) =>
    lintDocument({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action, Resource }, ...rest],
    })
      .filter(({ code }) => /escalation|any-role/.test(code))
      .map(({ level, code, message }) => `${level} ${code} ${message}`);

  it.each(escalationPaths.map((path) => [path.actions.join('+'), path] as const))(
    'by %s is found on wildcards',
    (_name, { actions, gain }) => {
      expect(
        codes([...actions], '*').some(
          (one) => one.startsWith('warning escalation') && one.endsWith(gain),
        ),
      ).toBe(true);
    },
  );

  it.each(escalationPaths.map((path) => [path.actions.join('+'), path] as const))(
    'by %s needs all of its actions',
    (_name, { actions, gain }) => {
      const fewer = actions.slice(1);
      expect(
        codes(fewer, '*').filter(
          (one) => one.endsWith(gain) && one.includes(actions.join(' with ')),
        ),
      ).toEqual([]);
    },
  );

  it('knows only actions that AWS has, but for services that are gone', () => {
    const actions = new Set(escalationPaths.flatMap((path) => path.actions));
    for (const action of actions) {
      const [prefix = '', name = ''] = action.split(':');
      expect(Object.keys(catalog.findIamService(prefix)?.actions ?? {}), action).toContain(name);
    }
  });

  it('is a note on named resources, and none where it is denied or on oneself', () => {
    const one = 'arn:aws:lambda:eu-west-1:123456789012:function:f';
    expect(codes(['lambda:UpdateFunctionCode'], one)).toEqual([
      expect.stringMatching(/^note escalation/),
    ]);
    const denied = [{ Effect: 'Deny', Action: 'lambda:Update*', Resource: '*' }];
    expect(codes(['lambda:UpdateFunctionCode'], '*', denied)).toEqual([]);
    expect(codes(['iam:CreateAccessKey'], 'arn:aws:iam::*:user/${aws:username}')).toEqual([]);
  });

  it('is found across statements', () => {
    const other = [{ Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' }];
    expect(codes(['iam:PassRole'], '*', other)).toEqual([
      expect.stringMatching(/^warning escalation iam:PassRole with ec2:RunInstances/),
      expect.stringMatching(/^warning pass-any-role/),
    ]);
  });

  it('needs a role that may be handed to the service of the path', () => {
    const passing = (operator: string, service: string) => ({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::123456789012:role/app',
      Condition: { [operator]: { 'iam:PassedToService': service } },
    });
    const found = (operator: string, service: string) =>
      codes(['ec2:RunInstances'], '*', [passing(operator, service)]);
    expect(found('StringEquals', 'lambda.amazonaws.com')).toEqual([]);
    expect(found('StringEquals', 'ec2.amazonaws.com')).toHaveLength(1);
    expect(found('StringLike', '*.amazonaws.com')).toHaveLength(1);
    expect(found('StringNotEquals', 'lambda.amazonaws.com')).toHaveLength(1);
  });

  it('knows any role from some roles', () => {
    expect(codes(['sts:AssumeRole'], 'arn:aws:iam::*:role/*')).toEqual([
      expect.stringMatching(/^warning assume-any-role/),
    ]);
    expect(codes(['iam:PassRole'], 'arn:aws:iam::123456789012:role/app-*')).toEqual([]);
  });

  it('is not listed path by path for an administrator', () => {
    expect(codes(['*'], '*')).toEqual([]);
  });
});
