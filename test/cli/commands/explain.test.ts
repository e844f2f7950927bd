import { describe, expect, it } from 'vitest';
import type { ObservedCall } from '../../../aws/api-call.ts';
import { runProgram } from '../../../cli/program.ts';
import {
  apiCall,
  getObject,
  makeTestFolder,
  recordSession,
  unrecognisedCall,
} from '../recorded-session.ts';
import { createTestTerminal } from '../test-terminal.ts';

const seen = '2026-11-22T12:00:00.000Z';

async function explainCalls(calls: readonly ObservedCall[], ...args: readonly string[]) {
  const cwd = await makeTestFolder();
  await recordSession(cwd, 'default', calls);
  const terminal = createTestTerminal(cwd);
  const exitCode = await runProgram(['explain', ...args], terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

async function explainFields(calls: readonly ObservedCall[], ...args: readonly string[]) {
  const { result } = await explainCalls(calls, ...args, '--format', 'json');
  return JSON.parse(result);
}

const createFunction = apiCall('lambda', 'CreateFunction', {
  FunctionName: 'f',
  Role: 'arn:aws:iam::123456789012:role/r',
});
const listObjects = apiCall('s3', 'ListObjectsV2', { Bucket: 'my-bucket-1', Prefix: 'a/' });

describe('leastgrant explain', () => {
  it('leads from each statement over its rule to the calls behind it', async () => {
    const { exitCode, result } = await explainCalls([
      getObject('a'),
      getObject('a'),
      apiCall('sts', 'GetCallerIdentity'),
      apiCall('sqs', 'SendMessage', { QueueUrl: 'https://sqs/123456789012/q' }),
    ]);
    expect(exitCode).toBe(0);
    expect(result).toContain(`S3GetObject
  s3:GetObject on arn:aws:s3:::my-bucket-1/a
    because s3 GetObject is authorized as s3:GetObject (documented: Service Authorization Reference, service prefix s3; docs/authorization.md has the rule)
      2 calls of s3 GetObject: allowed, by Boto3/1.43.0
        ${seen}

SqsSendMessage
  sqs:SendMessage on arn:aws:sqs:eu-west-1:123456789012:q
    because sqs SendMessage is authorized as the action of the same name (derived: Service Authorization Reference, service prefix sqs)
`);
    expect(result).toContain(`No permission needed: AWS asks for no permission for this operation
  1 call of sts GetCallerIdentity: allowed, by Boto3/1.43.0
`);
  });

  it('has a documented shape as JSON', async () => {
    const fields = await explainFields([
      getObject('daily/2026-11-21.csv'),
      getObject('daily/2026-11-22.csv'),
    ]);
    expect(fields).toMatchObject({
      sessions: ['default'],
      asked: { action: null, resource: null, call: null },
      found: true,
      noPermission: [],
      nearest: [],
      nearestCall: null,
    });
    expect(fields.statements).toEqual([
      {
        policy: 1,
        sid: 'S3GetObject',
        statement: {
          Sid: 'S3GetObject',
          Effect: 'Allow',
          Action: ['s3:GetObject'],
          Resource: ['arn:aws:s3:::my-bucket-1/daily/*.csv'],
        },
        conditions: [],
        permissions: [
          {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::my-bucket-1/daily/*.csv',
            wildcards: [expect.stringContaining('stands for a date, from 2 recorded resources')],
            generalised: {
              rules: ['date'],
              recorded: 2,
              examples: [
                'arn:aws:s3:::my-bucket-1/daily/2026-11-21.csv',
                'arn:aws:s3:::my-bucket-1/daily/2026-11-22.csv',
              ],
              denied: [],
            },
            coveredOnly: false,
            rules: [
              {
                because: 's3 GetObject is authorized as s3:GetObject',
                confidence: 'documented',
                source: expect.stringContaining('Service Authorization Reference'),
                calls: [
                  {
                    service: 's3',
                    operation: 'GetObject',
                    outcome: 'allowed',
                    errorCode: null,
                    client: 'Boto3/1.43.0',
                    count: 2,
                    distinct: 2,
                    firstSeen: seen,
                    lastSeen: seen,
                    labels: [],
                    resources: [
                      'arn:aws:s3:::my-bucket-1/daily/2026-11-21.csv',
                      'arn:aws:s3:::my-bucket-1/daily/2026-11-22.csv',
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('says why each condition is there, and which others there are', async () => {
    const { result } = await explainCalls([createFunction, listObjects]);
    expect(result).toContain(
      'condition StringEquals iam:PassedToService: lambda.amazonaws.com; it holds the role to the service that it is handed to',
    );
    expect(result).toContain(
      's3:prefix holds listings to the prefix that was asked for (s3:ListBucket)',
    );
    const fields = await explainFields([listObjects], '--conditions', '+s3:prefix');
    expect(fields.available).toEqual([]);
    expect(fields.statements[0].conditions).toEqual([
      expect.objectContaining({ key: 's3:prefix', values: ['a/'], kind: 'offered' }),
    ]);
  });

  it('says of given values that no recording shows whether they match', async () => {
    const getItem = apiCall('dynamodb', 'GetItem', { TableName: 'Orders' });
    const given = ['--conditions', '+dynamodb:LeadingKeys=${aws:username}'] as const;
    const { result } = await explainCalls([getItem], ...given);
    expect(result).toContain(
      'condition ForAllValues:StringEquals dynamodb:LeadingKeys: ${aws:username}; it holds items to partition keys that match; no recording has keys, so none shows that they do',
    );
    expect(result).toContain(
      'condition Null dynamodb:LeadingKeys: false; it asks that the request has it at all',
    );
    expect(result).toContain('1 call of dynamodb GetItem: allowed');
    const fields = await explainFields([getItem], ...given);
    expect(fields.statements[0].conditions).toMatchObject([{ kind: 'given' }, { kind: 'given' }]);
  });

  it('tells denied calls apart', async () => {
    const denied = { outcome: 'denied', status: 403, errorCode: 'AccessDenied' } as const;
    const { result } = await explainCalls([getObject('a'), getObject('a', denied)]);
    expect(result).toContain('1 call of s3 GetObject: allowed');
    expect(result).toContain('1 call of s3 GetObject: denied (AccessDenied)');
  });

  it('says what may be missing: operations without a known action, requests that nobody recognised', async () => {
    const unknown = apiCall('teleport', 'Beam');
    const { result, talk } = await explainCalls([getObject('a'), unknown, unrecognisedCall()]);
    expect(result).toContain('MAY BE MISSING: no action is known for it; the policy may lack one');
    expect(talk).toContain('not recognised, missing from the policy: 1 call');
  });

  it('shows what no call can show, with its statement, and takes it over where asked', async () => {
    const group = apiCall('auto-scaling', 'CreateAutoScalingGroup', { AutoScalingGroupName: 'g' });
    const fields = await explainFields([group]);
    expect(fields.statements.map(({ sid }: { sid: string }) => sid)).toEqual([
      'AutoscalingCreateAutoScalingGroup',
    ]);
    expect(fields.hidden).toMatchObject([
      {
        policy: null,
        statement: { Action: ['iam:CreateServiceLinkedRole'] },
        permissions: [{ rules: [{ confidence: 'assumed' }] }],
      },
    ]);
    const included = await explainFields([group], '--include-hidden');
    expect(included.hidden).toEqual([]);
    expect(included.statements).toHaveLength(2);
  });
});

describe('an explanation of what the policy does not answer', () => {
  it('names what set off the unseen, and what to do about it', async () => {
    const { result } = await explainCalls([
      apiCall('cloudformation', 'CreateStack', { StackName: 's' }),
    ]);
    expect(result).toContain('Cannot be told from the call: it makes, changes or deletes');
    expect(result).toContain('  give the stack a service role');
    expect(result).toContain('  1 call of cloudformation CreateStack: allowed');
  });

  it('shows the statement that the unseen would take', async () => {
    const { result } = await explainCalls([getObject('a')]);
    expect(result).toContain(
      'Not in the policy: what services may do for the caller unseen. --include-hidden adds it.',
    );
    expect(result).toContain(
      'because s3 GetObject: uses the key of the object, where that is a customer managed one (assumed: Amazon S3 User Guide',
    );
    expect(result).toContain('    "Sid": "KmsDecryptIfViaService",');
  });

  it('tells what another policy denied from what needs nothing', async () => {
    const call = getObject('a', {
      outcome: 'denied',
      status: 403,
      errorCode: 'AccessDenied',
      denials: [
        {
          principal: null,
          action: 's3:GetObject',
          resources: [],
          deniedBy: 'service control policy',
          isExplicit: true,
          policy: null,
          encodedMessage: null,
        },
      ],
    });
    const { result } = await explainCalls([call]);
    expect(result).toContain(
      'NOT IN THE POLICY: AWS denied it by an explicit deny in a service control policy, which no Allow answers',
    );
  });

  it('knows an action behind a shortened name', async () => {
    const calls = ['GetObject', 'GetObjectTagging', 'GetObjectAcl'].map((operation) =>
      apiCall('s3', operation, { Bucket: 'b', Key: 'k' }),
    );
    const fields = await explainFields(calls, '--shorten-actions', '--action', 'GetObjectAcl');
    expect(fields.statements[0].permissions).toMatchObject([{ action: 's3:GetObjectAcl' }]);
  });
});

describe('a question to leastgrant explain', () => {
  const calls = [
    getObject('daily/2026-11-21.csv'),
    getObject('daily/2026-11-22.csv'),
    listObjects,
    apiCall('s3', 'ListBuckets'),
    apiCall('dynamodb', 'GetItem', { TableName: 'orders' }),
  ];
  const found = async (...args: readonly string[]) => {
    const { statements } = await explainFields(calls, ...args);
    return statements.flatMap(({ permissions }: { permissions: readonly { action: string }[] }) =>
      permissions.map(({ action }) => action),
    );
  };

  it.each<[readonly string[], readonly string[]]>([
    [['--action', 'S3:getobject'], ['s3:GetObject']],
    [['--action', 'getobject'], ['s3:GetObject']],
    [
      ['--action', 's3:*List*'],
      ['s3:ListAllMyBuckets', 's3:ListBucket'],
    ],
    [['--call', 'getitem'], ['dynamodb:GetItem']],
    [
      ['--call', 's3 list*'],
      ['s3:ListAllMyBuckets', 's3:ListBucket'],
    ],
    [['--call', 'S3:ListBuckets'], ['s3:ListAllMyBuckets']],
    [['--resource', 'arn:aws:s3:::my-bucket-1'], ['s3:ListBucket']],
    [['--resource', 'table/orders'], ['dynamodb:GetItem']],
    [
      ['--resource', 'arn:aws:s3:::my-bucket-1*'],
      ['s3:GetObject', 's3:ListBucket'],
    ],
    [['--resource', 'arn:aws:s3:::my-bucket-1*', '--action', 'list*'], ['s3:ListBucket']],
  ])('%j', async (args, actions) => {
    expect((await found(...args)).sort()).toEqual(actions);
  });

  it('finds the wildcard that stands for a recorded resource, and who asked for that one', async () => {
    const resource = 'arn:aws:s3:::my-bucket-1/daily/2026-11-22.csv';
    const { statements } = await explainFields(calls, '--resource', resource);
    expect(statements[0].permissions).toMatchObject([
      {
        resource: 'arn:aws:s3:::my-bucket-1/daily/*.csv',
        coveredOnly: false,
        rules: [{ calls: [{ count: 1, resources: [resource] }] }],
      },
    ]);
  });

  it('finds the wildcard that covers a resource that no call asked for, and says so', async () => {
    const resource = 'arn:aws:s3:::my-bucket-1/daily/2031-01-01.csv';
    const { result } = await explainCalls(calls, '--resource', resource);
    expect(result).toContain(`covers ${resource}, which no call asked for`);
    expect(result).not.toContain('s3:ListAllMyBuckets');
  });

  it.each<[readonly string[], string, string]>([
    [['--action', 's3:GetObjct'], '`s3:GetObjct`', 'nearest: s3:GetObject on'],
    [
      ['--action', 's3:PutObject'],
      '`s3:PutObject`',
      'nearest: s3:GetObject on arn:aws:s3:::my-bucket-1/daily/*.csv (S3GetObject)',
    ],
    [
      ['--action', 'GetItem', '--resource', 'arn:aws:dynamodb:eu-west-1:123456789012:table/other'],
      '`GetItem` on `arn:aws:dynamodb:eu-west-1:123456789012:table/other`',
      'nearest: dynamodb:GetItem on arn:aws:dynamodb:eu-west-1:123456789012:table/orders',
    ],
    [['--call', 'PutItem'], 'for a call `PutItem`', 'nearest call: dynamodb GetItem'],
  ])(
    'that the policy does not answer is said, with the nearest: %j',
    async (args, asked, nearest) => {
      const { exitCode, result } = await explainCalls(calls, ...args);
      expect(exitCode).toBe(0);
      expect(result).toContain(`the policy allows nothing that was asked for: ${asked}`);
      expect(result).toContain(nearest);
      expect((await explainFields(calls, ...args)).found).toBe(false);
    },
  );

  it('is about the policy of the same options', async () => {
    const { statements } = await explainFields(calls, '--scope', 'exact', '--action', 'GetObject');
    expect(statements[0].permissions).toHaveLength(2);
    const pattern = 'arn:aws:s3:::my-bucket-1/${aws:username}/*';
    const args = ['--pattern', pattern, '--caller', 'aws:username=daily', '--action', 'GetObject'];
    const withVariable = await explainFields(calls, ...args);
    expect(withVariable.statements[0].permissions).toMatchObject([{ resource: pattern }]);
  });

  it('of a session that does not exist ends with code 2', async () => {
    expect((await explainCalls(calls, 'nosuch')).exitCode).toBe(2);
    expect((await explainCalls(calls, '--conditions', 's3:prefx')).exitCode).toBe(2);
  });
});

describe('an explanation of many calls', () => {
  it('shows the first lines of a long statement, and says how many there are', async () => {
    const many = Array.from({ length: 30 }, (_, at) => getObject(`${'abc'[at % 3]}${at}`));
    const { result } = await explainCalls(many, '--scope', 'exact');
    expect(result.split('\n').filter((line) => line.startsWith('  s3:GetObject on'))).toHaveLength(
      20,
    );
    expect(result).toContain('  and 10 lines more: --action, --resource and --call narrow them');
  });

  it('names a few of the resources that a wildcard stands for', async () => {
    const many = Array.from({ length: 30 }, (_, at) => getObject(`f/x${at}.txt`));
    const { result } = await explainCalls(many);
    expect(result).toMatch(/asked for \S+, \S+, \S+ and 27 more/);
    expect(result).toContain('30 calls of s3 GetObject, 30 distinct');
  });
});
