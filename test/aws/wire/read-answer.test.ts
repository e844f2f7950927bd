import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { readAnswer } from '../../../aws/wire/read-answer.ts';
import { beginRecognition } from '../../../aws/wire/recognise.ts';
import { buildRequest } from './signed-request.ts';

const catalog = openCatalog();

function answered(request: object, answer: string) {
  const { request: wire, body } = buildRequest(request, '');
  const recognition = beginRecognition(wire, catalog);
  const call = recognition?.complete(body, false);
  if (recognition === undefined || call === undefined) throw new Error('not recognised');
  expect(recognition.isAnswerNeeded).toBe(true);
  return readAnswer(call, new TextEncoder().encode(answer), catalog);
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

  it('is nothing where the answer is not what it should be', () => {
    const call = answered(kmsRequest('Decrypt', '{}'), 'oops');
    expect(call).toMatchObject({ operation: 'Decrypt', parameters: {} });
  });
});
