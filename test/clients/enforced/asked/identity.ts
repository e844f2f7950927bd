import {
  type Asked,
  type AskRules,
  arn,
  type JudgedRequest,
  own,
  text,
  whereGiven,
} from '../judged-request.ts';

/** IAM, STS, KMS, Secrets Manager, Parameter Store and Cognito, after the Service Authorization Reference. */
export const identityRules: AskRules = {
  'sts:GetCallerIdentity': () => [],
  'iam:CreateRole': (request, memory) => {
    const name = text(request, 'RoleName');
    const path = text(request, 'Path') || '/';
    memory.set(`role ${name}`, `arn:aws:iam::${request.account}:role${path}${name}`);
    return own(request, role(request, memory));
  },
  // The role is checked with the path that it was made with, which the request does not name.
  'iam:PutRolePolicy': (request, memory) => own(request, role(request, memory)),
  'kms:CreateKey': (request) => [
    ...own(request, '*'),
    ...whereGiven(request, 'Tags', 'kms:TagResource', arn(request, 'kms', 'key/*')),
  ],
  'kms:CreateAlias': (request, memory) => {
    const key = arn(request, 'kms', `key/${text(request, 'TargetKeyId')}`);
    memory.set(`key ${text(request, 'AliasName')}`, key);
    return own(request, arn(request, 'kms', text(request, 'AliasName')), key);
  },
  'kms:*': (request, memory) => own(request, key(request, memory, text(request, 'KeyId'))),
  'kms:Decrypt': (request) => {
    // moto's ciphertexts begin with the key's id, 36 characters.
    const id = Buffer.from(text(request, 'CiphertextBlob'), 'base64')
      .toString('latin1')
      .slice(0, 36);
    return own(request, arn(request, 'kms', `key/${id}`));
  },
  'secretsmanager:GetRandomPassword': (request) => own(request, '*'),
  'secretsmanager:CreateSecret': (request, memory) => {
    const encrypting = key(request, memory, text(request, 'KmsKeyId'));
    memory.set(`key of ${text(request, 'Name')}`, encrypting);
    return [
      ...own(request, secret(request, text(request, 'Name'))),
      ...via(request, 'secretsmanager', encrypting, 'GenerateDataKey', 'Decrypt'),
    ];
  },
  'secretsmanager:PutSecretValue': (request, memory) =>
    usesSecret(request, memory, 'GenerateDataKey'),
  'secretsmanager:GetSecretValue': (request, memory) => usesSecret(request, memory, 'Decrypt'),
  'secretsmanager:*': (request, memory) => usesSecret(request, memory),
  'ssm:PutParameter': (request, memory) => {
    const encrypting = key(request, memory, text(request, 'KeyId'));
    memory.set(`key of ${text(request, 'Name')}`, encrypting);
    return [
      ...own(request, parameter(request, text(request, 'Name'))),
      ...via(request, 'ssm', encrypting, 'Encrypt'),
    ];
  },
  'ssm:GetParameter': (request, memory) => [
    ...own(request, parameter(request, text(request, 'Name'))),
    ...via(request, 'ssm', memory.get(`key of ${text(request, 'Name')}`) ?? '', 'Decrypt'),
  ],
  'ssm:GetParametersByPath': (request) => own(request, parameter(request, text(request, 'Path'))),
  'cognito-idp:CreateUserPool': (request) => [
    ...own(request, '*'),
    ...whereGiven(request, 'UserPoolTags', 'cognito-idp:TagResource', pool(request, '*')),
  ],
  'cognito-idp:*': (request) => own(request, pool(request, text(request, 'UserPoolId'))),
};

function role(request: JudgedRequest, memory: Map<string, string>): string {
  const name = text(request, 'RoleName');
  return memory.get(`role ${name}`) ?? `arn:aws:iam::${request.account}:role/${name}`;
}

/** The key behind an alias, as IAM sees it; a key id stands for itself. */
function key(request: JudgedRequest, memory: Map<string, string>, name: string): string {
  return memory.get(`key ${name}`) ?? arn(request, 'kms', `key/${name}`);
}

function usesSecret(
  request: JudgedRequest,
  memory: Map<string, string>,
  ...operations: string[]
): Asked[] {
  const name = text(request, 'SecretId');
  const encrypting = memory.get(`key of ${name}`) ?? '';
  return [
    ...own(request, secret(request, name)),
    ...via(request, 'secretsmanager', encrypting, ...operations),
  ];
}

/** What a service does with a key in the caller's name. */
function via(
  { region }: JudgedRequest,
  service: string,
  resource: string,
  ...operations: string[]
): Asked[] {
  const context = { 'kms:viaservice': [`${service}.${region}.amazonaws.com`] };
  return operations.map((operation) => ({ action: `kms:${operation}`, resource, context }));
}

/** A secret's ARN ends in six characters that AWS picks. */
function secret(request: JudgedRequest, name: string): string {
  return arn(request, 'secretsmanager', `secret:${name}-a1B2c3`);
}

function parameter(request: JudgedRequest, name: string): string {
  return arn(request, 'ssm', `parameter/${name.replace(/^\//, '')}`);
}

function pool(request: JudgedRequest, id: string): string {
  return arn(request, 'cognito-idp', `userpool/${id}`);
}
