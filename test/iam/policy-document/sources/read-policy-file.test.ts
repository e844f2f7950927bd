import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../../iam/policy-document/parse-policy.ts';
import { readPolicyFile } from '../../../../iam/policy-document/sources/read-policy-file.ts';

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
};
const text = JSON.stringify(policy);
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});

describe('a plain policy', () => {
  it('is its own only source, with or without a byte order mark', () => {
    const { sources, notes } = readPolicyFile(`\ufeff${text}`, 'p.json');
    expect(notes).toEqual([]);
    expect(sources).toEqual([
      {
        name: 'p.json',
        document: policy,
        attachment: undefined,
        hasUnknownParts: false,
        problems: [],
      },
    ]);
  });

  it('may be several in a list, as leastgrant writes them, each with its number', () => {
    const { sources } = readPolicyFile(`[${text},${text}]`, 'p.json');
    expect(sources.map(({ name, document }) => [name, document])).toEqual([
      ['p.json: 1', policy],
      ['p.json: 2', policy],
    ]);
  });

  it('says where a key stands twice, which a JSON parser hides', () => {
    const twice =
      '{\n"Statement": [{"Effect": "Deny",\n"Effect": "Allow", "Action": "*", "Resource": "*"}]}';
    expect(readPolicyFile(twice, 'p.json').sources[0]?.problems).toMatchObject([
      { where: 'line 3, column 1', message: 'the same key stands twice in one object' },
    ]);
  });

  it.each<[string, string, string, string]>([
    ['broken JSON', 'p.json', '{\n"Statement": [,]}', '`p.json` is no JSON: '],
    ['other JSON', 'p.json', '{"a": 1}', '`p.json` is no policy and holds none'],
    ['an empty list', 'p.json', '[]', '`p.json` is no policy and holds none'],
    ['a list of other things', 'p.json', `[${text}, 1]`, '`p.json` is no policy and holds none'],
    [
      'Terraform source',
      'main.tf',
      'resource "aws_iam_policy" "a" {}',
      '`main.tf` is no policy and holds none',
    ],
    ['broken YAML', 't.yaml', 'a: [1', '`t.yaml` is neither JSON nor YAML: '],
    [
      'a template without policies',
      't.yaml',
      'Resources: {B: {Type: "AWS::S3::Bucket"}}',
      '`t.yaml` holds no policy that can be read',
    ],
    [
      'an endless template',
      't.yaml',
      `a: &a [1]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]`,
      '`t.yaml` has too many aliases',
    ],
  ])('refuses %s', (_name, file, content, message) => {
    expect(() => readPolicyFile(content, file)).toThrow(
      expect.objectContaining({ code: 'E_INPUT', message: expect.stringContaining(message) }),
    );
  });

  it('names the line of broken JSON, and how Terraform source is given', () => {
    expect(() => readPolicyFile('{\n"a": 1,\n}', 'p.json')).toThrow(/line 3/);
    expect(() => readPolicyFile('resource {}', 'main.tf')).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('terraform show -json') }),
    );
  });
});

describe('a Terraform plan', () => {
  const resource = (address: string, type: string, values: object, mode = 'managed') => ({
    address,
    mode,
    type,
    values,
  });
  const plan = (resources: object[], rest: object = {}) =>
    JSON.stringify({
      format_version: '1.2',
      planned_values: { root_module: { resources, ...rest } },
    });

  it('has the policies of every kind, of modules too, each with how it is attached', () => {
    const inner = resource('module.m.aws_iam_policy.p', 'aws_iam_policy', {
      name: 'p',
      policy: text,
    });
    const { sources } = readPolicyFile(
      plan(
        [
          resource('aws_iam_role_policy.r', 'aws_iam_role_policy', { role: 'app', policy: text }),
          resource('aws_iam_user_policy.u', 'aws_iam_user_policy', { user: 'jane', policy: text }),
          resource('aws_iam_group_policy.g', 'aws_iam_group_policy', {
            group: 'dev',
            policy: text,
          }),
          resource('aws_iam_role.r', 'aws_iam_role', {
            name: 'app',
            assume_role_policy: trust,
            inline_policy: [{ name: 'in', policy: text }],
          }),
          resource('aws_s3_bucket_policy.b', 'aws_s3_bucket_policy', { policy: text }),
        ],
        { child_modules: [{ child_modules: [{ resources: [inner] }] }] },
      ),
      'plan.json',
    );
    expect(sources.map(({ name, attachment }) => [name, attachment])).toEqual([
      ['plan.json: aws_iam_role_policy.r', { kind: 'inline', entity: 'role', owner: 'app' }],
      ['plan.json: aws_iam_user_policy.u', { kind: 'inline', entity: 'user', owner: 'jane' }],
      ['plan.json: aws_iam_group_policy.g', { kind: 'inline', entity: 'group', owner: 'dev' }],
      [
        'plan.json: aws_iam_role.r.inline_policy[in]',
        { kind: 'inline', entity: 'role', owner: 'app' },
      ],
      ['plan.json: module.m.aws_iam_policy.p', { kind: 'managed' }],
    ]);
    for (const { document } of sources) expect(document).toEqual(policy);
  });

  it('has policy documents that no resource has, but no trust policies', () => {
    const prior = {
      prior_state: {
        values: {
          root_module: {
            resources: [
              resource(
                'data.aws_iam_policy_document.used',
                'aws_iam_policy_document',
                { json: text },
                'data',
              ),
              resource(
                'data.aws_iam_policy_document.other',
                'aws_iam_policy_document',
                { json: text.replace('b/*', 'c/*') },
                'data',
              ),
              resource(
                'data.aws_iam_policy_document.trust',
                'aws_iam_policy_document',
                { json: trust },
                'data',
              ),
            ],
          },
        },
      },
    };
    const used = plan([resource('aws_iam_policy.p', 'aws_iam_policy', { policy: text })]);
    const { sources } = readPolicyFile(
      JSON.stringify({ ...JSON.parse(used), ...prior }),
      'plan.json',
    );
    expect(sources.map(({ name }) => name)).toEqual([
      'plan.json: aws_iam_policy.p',
      'plan.json: data.aws_iam_policy_document.other',
    ]);
  });

  it('says which policies are known by their ARN alone, and which inline policy is not yet known', () => {
    const arn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    const { notes } = readPolicyFile(
      plan([
        resource('aws_iam_policy.p', 'aws_iam_policy', { policy: text }),
        resource('aws_iam_role_policy_attachment.a', 'aws_iam_role_policy_attachment', {
          policy_arn: arn,
        }),
        resource('aws_iam_role.r', 'aws_iam_role', {
          managed_policy_arns: [arn, 'arn:aws:iam::123456789012:policy/p'],
          inline_policy: [{ name: 'late' }],
        }),
        resource('aws_iam_role.plain', 'aws_iam_role', {
          inline_policy: [{ name: '', policy: '' }],
        }),
      ]),
      'plan.json',
    );
    const notRead = `\`${arn}\` is not read: only policies of the plan are`;
    expect(notes).toEqual([
      { where: 'plan.json: aws_iam_role_policy_attachment.a', message: notRead },
      { where: 'plan.json: aws_iam_role.r', message: notRead },
      {
        where: 'plan.json: aws_iam_role.r.inline_policy[late]',
        message: 'its policy is known only after it has been applied',
      },
    ]);
  });

  it('may be a state, and says which policy is not yet known', () => {
    const state = {
      format_version: '1.0',
      terraform_version: '1.9.0',
      values: {
        root_module: {
          resources: [
            resource('aws_iam_policy.p', 'aws_iam_policy', { policy: text }),
            resource('aws_iam_policy.q', 'aws_iam_policy', {}),
          ],
        },
      },
    };
    const { sources, notes } = readPolicyFile(JSON.stringify(state), 'state.json');
    expect(sources).toHaveLength(1);
    expect(notes).toEqual([
      {
        where: 'state.json: aws_iam_policy.q',
        message: 'its policy is known only after it has been applied',
      },
    ]);
  });
});

describe('a CloudFormation template', () => {
  const template = `
Parameters:
  Bucket: {Type: String}
Resources:
  Data:
    Type: AWS::S3::Bucket
  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Action: [s3:GetObject]
            Resource:
              - !Sub arn:\${AWS::Partition}:s3:::\${Bucket}/*
              - !Sub ["arn:aws:s3:::\${Name}/home/\${!aws:username}/*", {Name: !Ref Bucket}]
              - !Join [":", ["arn:aws:sqs", !Ref "AWS::Region", !Ref "AWS::AccountId", queue]]
              - !GetAtt Data.Arn
              - !If [Production, "arn:aws:s3:::a", !Ref "AWS::NoValue"]
          - !If
            - Production
            - Effect: Deny
              Action: s3:DeleteObject
              Resource: '*'
            - !Ref AWS::NoValue
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: []}
      Policies:
        - PolicyName: inline
          PolicyDocument:
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "sts:GetCallerIdentity", Resource: "*", Condition: {StringEquals: {"aws:PrincipalAccount": 012345678901}}}
  Attached:
    Type: AWS::IAM::Policy
    Properties:
      Users: [jane]
      PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - S3ReadPolicy: {BucketName: b}
        - Version: "2012-10-17"
          Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: "*"}]
`;

  it('has the policies of IAM and SAM resources, with wildcards for what is not known yet', () => {
    const { sources, notes } = readPolicyFile(template, 't.yaml');
    expect(
      sources.map(({ name, attachment }) => [name.replace('t.yaml: Resources.', ''), attachment]),
    ).toEqual([
      ['Managed.Properties.PolicyDocument', { kind: 'managed' }],
      ['Role.Properties.Policies[0]', { kind: 'inline', entity: 'role', owner: 'Role' }],
      ['Attached.Properties.PolicyDocument', { kind: 'inline', entity: 'user', owner: 'Attached' }],
      ['Function.Properties.Policies[2]', { kind: 'inline', entity: 'role', owner: 'Function' }],
    ]);
    expect(sources.map(({ hasUnknownParts }) => hasUnknownParts)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(sources[0]?.document).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject'],
          Resource: [
            'arn:*:s3:::*/*',
            'arn:aws:s3:::*/home/${aws:username}/*',
            'arn:aws:sqs:*:*:queue',
            '*',
            'arn:aws:s3:::a',
          ],
        },
        { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' },
      ],
    });
    const messages = notes.map(({ message }) => message);
    expect(messages).toContain('`Sub Bucket` is known only at deployment: `*` stands for it');
    expect(messages).toContain('`GetAtt Data.Arn` is known only at deployment: `*` stands for it');
    expect(messages).toContain(
      '`AWSLambdaBasicExecutionRole` is not read: only statements written here are',
    );
    expect(messages).toContain('`S3ReadPolicy` is not read: only statements written here are');
    for (const { document, name } of sources) parsePolicy(document, name);
  });

  it('says which managed policies of a role are known by their ARN alone', () => {
    const role = `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - !Sub arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
        - !Ref P
      Policies: [{PolicyName: a, PolicyDocument: ${text}}]
`;
    expect(readPolicyFile(role, 't.yaml').notes).toEqual([
      {
        where: 't.yaml: Resources.R.Properties.ManagedPolicyArns[0]',
        message:
          '`arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess` is not read: only statements written here are',
      },
    ]);
  });

  it('takes the pseudo parameters that are given, and only those', () => {
    const { sources, notes } = readPolicyFile(template, 't.yaml', {
      'AWS::Partition': 'aws-cn',
      'AWS::Region': 'cn-north-1',
    });
    expect(JSON.stringify(sources[0]?.document)).toContain('"arn:aws-cn:s3:::*/*"');
    expect(JSON.stringify(sources[0]?.document)).toContain('"arn:aws:sqs:cn-north-1:*:queue"');
    const messages = notes.map(({ message }) => message).join('\n');
    expect(messages).not.toMatch(/AWS::(Partition|Region)/);
    expect(messages).toMatch(/AWS::AccountId/);
  });

  it('keeps the digits of an account and reads the same template as JSON', () => {
    const [, role] = readPolicyFile(template, 't.yaml').sources;
    expect(JSON.stringify(role?.document)).toContain('"012345678901"');
    const json = JSON.stringify({
      Resources: {
        P: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: {
            PolicyDocument: {
              ...policy,
              Statement: [
                { ...policy.Statement[0], Resource: { 'Fn::Sub': 'arn:aws:s3:::${B}/*' } },
              ],
            },
          },
        },
      },
    });
    expect(readPolicyFile(json, 't.json').sources[0]?.document).toMatchObject({
      Statement: [{ Resource: 'arn:aws:s3:::*/*' }],
    });
  });
});
