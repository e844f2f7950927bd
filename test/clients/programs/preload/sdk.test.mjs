import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';

test('the caller is known', async () => {
  const sts = new STSClient({ region: 'eu-west-1', maxAttempts: 1 });
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('123456789012');
});
