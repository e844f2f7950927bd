import assert from 'node:assert';
import { test } from 'node:test';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

test('the caller is known', async () => {
  const sts = new STSClient({ region: 'eu-west-1', maxAttempts: 1 });
  assert.equal((await sts.send(new GetCallerIdentityCommand({}))).Account, '123456789012');
});
