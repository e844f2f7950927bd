import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const settings: { region: string; maxAttempts: number } = { region: 'eu-west-1', maxAttempts: 1 };
const { Account } = await new STSClient(settings).send(new GetCallerIdentityCommand({}));
console.log(Account);
