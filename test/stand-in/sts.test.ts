import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type SigningOptions } from './signed-client.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';
import { readXmlTexts } from './xml.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

async function sts(form: Record<string, string>, options?: SigningOptions) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const body = new URLSearchParams(form).toString();
  return (await call(standIn, { service: 'sts', headers, body }, options)).text;
}

async function assumeRole() {
  const RoleArn = 'arn:aws:iam::123456789012:role/path/worker';
  const text = await sts({ Action: 'AssumeRole', RoleArn, RoleSessionName: 'night' });
  const read = (name: string) => readXmlTexts(text, name)[0] ?? '';
  return {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
  };
}

describe('the caller', () => {
  it('is the user of the stand-in with its own key', async () => {
    const text = await sts({ Action: 'GetCallerIdentity' });
    expect(readXmlTexts(text, 'Account')).toEqual(['123456789012']);
    expect(readXmlTexts(text, 'Arn')).toEqual(['arn:aws:iam::123456789012:user/stand-in']);
  });

  it('is the role with the credentials of an assumed one', async () => {
    const credentials = await assumeRole();
    expect(credentials.accessKeyId).toMatch(/^ASIA/);
    const text = await sts({ Action: 'GetCallerIdentity' }, { credentials });
    expect(readXmlTexts(text, 'Arn')).toEqual([
      'arn:aws:sts::123456789012:assumed-role/worker/night',
    ]);
  });

  it('is refused without the session token of its role', async () => {
    const { accessKeyId, secretAccessKey } = await assumeRole();
    const text = await sts(
      { Action: 'GetCallerIdentity' },
      { credentials: { accessKeyId, secretAccessKey } },
    );
    expect(readXmlTexts(text, 'Code')).toEqual(['InvalidClientTokenId']);
  });
});
