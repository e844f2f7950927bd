import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { readAnswer } from '../../../aws/wire/read-answer.ts';
import { beginRecognition } from '../../../aws/wire/recognise.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';
import { buildRequest } from './signed-request.ts';

const catalog = openCatalog();

function answered(request: object, answer: string) {
  const { request: wire, body } = buildRequest(request, '');
  const call = recogniseAtOnce(wire, catalog, body);
  if (call === undefined) throw new Error('not recognised');
  expect(beginRecognition(wire, catalog)?.isAnswerNeeded).toBe(true);
  return readAnswer(call, { headers: new Map(), body: new TextEncoder().encode(answer) }, catalog);
}

/** An answer of which no more is read than its headers. */
function answeredByS3(method: string, target: string, headers: ReadonlyMap<string, string>) {
  const s3 = { method, host: 'b.s3.eu-west-1.amazonaws.com', signingName: 's3', target };
  const { request: wire, body } = buildRequest(s3, '');
  const call = recogniseAtOnce(wire, catalog, body);
  if (call === undefined) throw new Error('not recognised');
  return readAnswer(call, { headers, body: new Uint8Array(0) }, catalog);
}

const kmsRequest = (operation: string, body: string) => ({
  host: 'kms.eu-west-1.amazonaws.com',
  signingName: 'kms',
  headers: { 'x-amz-target': `TrentService.${operation}` },
  body,
});

describe('what an answer tells', () => {
  it('is the key behind an alias, and nothing else', () => {
    const call = answered(
      kmsRequest('Encrypt', '{"KeyId":"alias/app","Plaintext":"c2VjcmV0"}'),
      '{"CiphertextBlob":"c2VjcmV0","KeyId":"arn:aws:kms:eu-west-1:123456789012:key/k1"}',
    );
    expect(call).toMatchObject({
      parameters: {
        KeyId: 'alias/app',
        'answer.KeyId': 'arn:aws:kms:eu-west-1:123456789012:key/k1',
      },
    });
    expect(JSON.stringify(call)).not.toContain('c2VjcmV0');
  });

  it('is the secret that a name meant, never its value', () => {
    const call = answered(
      {
        host: 'secretsmanager.eu-west-1.amazonaws.com',
        signingName: 'secretsmanager',
        headers: { 'x-amz-target': 'secretsmanager.GetSecretValue' },
        body: '{"SecretId":"app/db"}',
      },
      '{"ARN":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-a1B2c3","SecretString":"hunter2"}',
    );
    expect(JSON.stringify(call)).toContain('secret:app/db-a1B2c3');
    expect(JSON.stringify(call)).not.toContain('hunter2');
  });

  it('is the launch template that was made, with the profile that it was asked to hold, and no user data', () => {
    const call = answered(
      {
        host: 'ec2.eu-west-1.amazonaws.com',
        signingName: 'ec2',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: 'Action=CreateLaunchTemplate&Version=2016-11-15&LaunchTemplateName=web&LaunchTemplateData.IamInstanceProfile.Name=p1&LaunchTemplateData.UserData=c2VjcmV0',
      },
      '<CreateLaunchTemplateResponse><requestId>r</requestId><launchTemplate><launchTemplateId>lt-1</launchTemplateId></launchTemplate></CreateLaunchTemplateResponse>',
    );
    expect(call).toMatchObject({
      parameters: {
        LaunchTemplateName: 'web',
        'LaunchTemplateData.IamInstanceProfile.Name': 'p1',
        'answer.launchTemplate.launchTemplateId': 'lt-1',
      },
    });
    expect(JSON.stringify(call)).not.toContain('c2VjcmV0');
  });

  it('is the revision that was registered, and nothing that its containers get', () => {
    const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3';
    const containers = [{ name: 'web', environment: [{ name: 'PASSWORD', value: 'hunter2' }] }];
    const call = answered(
      {
        host: 'ecs.eu-west-1.amazonaws.com',
        signingName: 'ecs',
        headers: {
          'x-amz-target': 'AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition',
        },
        body: JSON.stringify({ family: 'web', containerDefinitions: containers }),
      },
      JSON.stringify({
        taskDefinition: { taskDefinitionArn: arn, containerDefinitions: containers },
      }),
    );
    expect(call).toMatchObject({
      parameters: { family: 'web', 'answer.taskDefinition.taskDefinitionArn': arn },
    });
    expect(JSON.stringify(call)).not.toContain('hunter2');
  });

  it('is the account of the caller, in the XML of the query protocol', () => {
    const call = answered(
      {
        host: 'sts.amazonaws.com',
        signingName: 'sts',
        body: 'Action=GetCallerIdentity&Version=2011-06-15',
      },
      '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/u</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
    );
    expect(call).toMatchObject({ parameters: { 'answer.Account': '123456789012' } });
  });

  it.each([
    [
      'a role that was assumed',
      {
        host: 'sts.eu-west-1.amazonaws.com',
        signingName: 'sts',
        body: 'Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2FDeploy&RoleSessionName=ci',
      },
      '<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROA:ci</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/Deploy/ci</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>hunter2</SecretAccessKey><SessionToken>hunter3</SessionToken></Credentials></AssumeRoleResult></AssumeRoleResponse>',
      {
        'answer.AssumedRoleUser.Arn': 'arn:aws:sts::123456789012:assumed-role/Deploy/ci',
        'answer.Credentials.AccessKeyId': 'ASIA…MPLE',
      },
    ],
    [
      'a role of IAM Identity Center, asked for without a signature',
      {
        method: 'GET',
        host: 'portal.sso.eu-west-1.amazonaws.com',
        target: '/federation/credentials?role_name=Dev&account_id=123456789012',
        headers: { 'x-amz-sso_bearer_token': 'hunter4' },
      },
      '{"roleCredentials":{"accessKeyId":"ASIAIOSFODNN7EXAMPLE","secretAccessKey":"hunter2","sessionToken":"hunter3"}}',
      { 'answer.roleCredentials.accessKeyId': 'ASIA…MPLE' },
    ],
    [
      'the session of a directory bucket',
      {
        method: 'GET',
        host: 'b--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com',
        signingName: 's3express',
        target: '/?session',
      },
      '<?xml version="1.0"?><CreateSessionResult><Credentials><SessionToken>hunter3</SessionToken><SecretAccessKey>hunter2</SecretAccessKey><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId></Credentials></CreateSessionResult>',
      { 'answer.Credentials.AccessKeyId': 'ASIA…MPLE' },
    ],
  ])('is of the credentials of %s no more than may be shown', (_name, request, answer, kept) => {
    const call = answered(request, answer);
    expect(call).toMatchObject({ parameters: kept });
    expect(JSON.stringify(call)).not.toMatch(/hunter|ASIAIOSF/);
  });

  it('is nothing of what is no access key', () => {
    const call = answered(
      { host: 'sts.amazonaws.com', signingName: 'sts', body: 'Action=GetSessionToken' },
      '<GetSessionTokenResponse><GetSessionTokenResult><Credentials><AccessKeyId>hunter2 and more</AccessKeyId></Credentials></GetSessionTokenResult></GetSessionTokenResponse>',
    );
    expect(call).toMatchObject({ parameters: {} });
  });

  const headersOf = (more: object) =>
    new Map(Object.entries({ 'x-amz-meta-owner': 'hunter2', etag: '"e"', ...more }));
  const key = 'arn:aws:kms:eu-west-1:123456789012:key/k1';

  it.each([
    ['PUT', '/k?x-id=PutObject', 'PutObject'],
    ['GET', '/k?x-id=GetObject', 'GetObject'],
    ['POST', '/k?uploads', 'CreateMultipartUpload'],
    ['PUT', '/k?partNumber=1&uploadId=u', 'UploadPart'],
  ])('is the key that S3 used, and no other header: %s %s', (method, target, operation) => {
    const headers = headersOf({
      'x-amz-server-side-encryption': 'aws:kms:dsse',
      'x-amz-server-side-encryption-aws-kms-key-id': key,
      'x-amz-server-side-encryption-bucket-key-enabled': 'true',
    });
    const call = answeredByS3(method, target, headers);
    expect(call).toMatchObject({
      operation,
      parameters: { 'answer.SSEKMSKeyId': key, 'answer.ServerSideEncryption': 'present' },
    });
    expect(JSON.stringify(call)).not.toMatch(/hunter|dsse|true|etag/i);
  });

  it('is that S3 used a key of its own', () => {
    const headers = headersOf({ 'x-amz-server-side-encryption': 'AES256' });
    expect(answeredByS3('GET', '/k', headers)).toMatchObject({
      parameters: { Bucket: 'b', Key: 'k', 'answer.ServerSideEncryption': 'present' },
    });
  });

  it('is nothing in headers that do not speak of keys, or for operations that use none', () => {
    expect(answeredByS3('GET', '/k', headersOf({}))).toMatchObject({
      parameters: { Bucket: 'b', Key: 'k' },
    });
    const headers = headersOf({ 'x-amz-server-side-encryption-aws-kms-key-id': key });
    expect(JSON.stringify(answeredByS3('DELETE', '/k', headers))).not.toContain(key);
  });

  it('is nothing where the answer is not what it should be', () => {
    const call = answered(kmsRequest('Decrypt', '{}'), 'oops');
    expect(call).toMatchObject({ operation: 'Decrypt', parameters: {} });
  });
});
