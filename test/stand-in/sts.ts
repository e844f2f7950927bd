import type { Answer, Caller, StandInService } from './answer.ts';
import { accessKeyIdOf, type StandInCredentials, standInAccount } from './credentials.ts';
import {
  answerQuery,
  formMember,
  type QueryForm,
  readForm,
  refuseQuery,
} from './query-protocol.ts';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Returns STS. Each assumed role's new credentials are handed to `addCredentials`. */
export function makeSts(
  addCredentials: (added: StandInCredentials, arn: string) => void,
): StandInService {
  let issued = 0;

  function assumeRole(form: QueryForm): Answer {
    const roleName = formMember(form, 'RoleArn').split('/').at(-1);
    const session = formMember(form, 'RoleSessionName');
    issued += 1;
    const credentials = {
      accessKeyId: accessKeyIdOf(standInAccount, 'ASIA', issued),
      secretAccessKey: `stand-in-secret-of-session-number-${issued}`,
      sessionToken: `stand-in-session-token-${issued}`,
    };
    const arn = `arn:aws:sts::${standInAccount}:assumed-role/${roleName}/${session}`;
    addCredentials(credentials, arn);
    return answerQuery('AssumeRole', namespace, {
      AssumedRoleUser: { Arn: arn, AssumedRoleId: `AROASTANDIN:${session}` },
      Credentials: {
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: new Date(Date.now() + 3_600_000).toISOString(),
      },
    });
  }

  return {
    name: 'sts',
    identify: (request) => operations.find((name) => name === readForm(request).get('Action')),
    answer: (operation, { request, caller }) =>
      operation === 'AssumeRole' ? assumeRole(readForm(request)) : getCallerIdentity(caller),
    refuse: (error) => refuseQuery(error, namespace),
  };
}

const operations = ['GetCallerIdentity', 'AssumeRole'];

function getCallerIdentity({ account, arn, userId }: Caller): Answer {
  return answerQuery('GetCallerIdentity', namespace, {
    Arn: arn,
    UserId: userId,
    Account: account,
  });
}
