import { member } from '../../../oracle/json.ts';
import {
  type Asked,
  type AskRules,
  arn,
  type JudgedRequest,
  own,
  passed,
  text,
  texts,
} from '../judged-request.ts';

/** S3, DynamoDB, Kinesis, Firehose, Glue and Athena, after their pages of the Service Authorization Reference. */
export const storageRules: AskRules = {
  's3:*': (request) => own(request, bucket(request)),
  's3:GetObject': (request) => own(request, ...objects(request)),
  's3:DeleteObject': (request) => own(request, ...objects(request)),
  's3:PutObject': (request) => [
    ...own(request, ...objects(request)),
    ...withHeader(request, 'x-amz-tagging', () => objects(request), 's3:PutObjectTagging'),
    ...withHeader(request, 'x-amz-copy-source', (source) => [s3Arn(source)], 's3:GetObject'),
  ],
  'dynamodb:*': (request) => own(request, table(request, text(request, 'TableName'))),
  'dynamodb:Query': (request) => {
    const index = text(request, 'IndexName');
    const queried = table(request, text(request, 'TableName'));
    return own(request, index === '' ? queried : `${queried}/index/${index}`);
  },
  'dynamodb:BatchWriteItem': (request) =>
    own(request, ...texts(request, 'RequestItems{}').map((name) => table(request, name))),
  // A transaction is authorized as its single actions.
  'dynamodb:TransactWriteItems': (request) =>
    ['Put', 'Update', 'Delete'].flatMap((verb) =>
      texts(request, `TransactItems[].${verb}.TableName`).map((name) => ({
        action: `dynamodb:${verb}Item`,
        resource: table(request, name),
      })),
    ),
  'dynamodb:ExecuteStatement': (request) => {
    const [, name = ''] = /^SELECT .* FROM "([^"]+)"/.exec(text(request, 'Statement')) ?? [];
    return [{ action: 'dynamodb:PartiQLSelect', resource: table(request, name) }];
  },
  'kinesis:*': (request) => own(request, stream(request, text(request, 'StreamName'))),
  'kinesis:GetRecords': (request) => {
    // The stream's name stands at the start of moto's iterators.
    const [name = ''] = Buffer.from(text(request, 'ShardIterator'), 'base64').toString().split(':');
    return own(request, stream(request, name));
  },
  'firehose:*': (request) => [
    ...own(
      request,
      arn(request, 'firehose', `deliverystream/${text(request, 'DeliveryStreamName')}`),
    ),
    ...passed(request, 'ExtendedS3DestinationConfiguration.RoleARN', 'firehose'),
  ],
  'glue:CreateDatabase': (request) =>
    own(request, ...inCatalog(request, `database/${text(request, 'DatabaseInput.Name')}`)),
  'glue:CreateTable': (request) => {
    const database = text(request, 'DatabaseName');
    const made = `table/${database}/${text(request, 'TableInput.Name')}`;
    return own(request, ...inCatalog(request, `database/${database}`, made));
  },
  'athena:CreateWorkGroup': (request) => own(request, workGroup(request, text(request, 'Name'))),
  'athena:StartQueryExecution': (request, memory) => {
    memory.set('work group', text(request, 'WorkGroup'));
    return own(request, workGroup(request, text(request, 'WorkGroup')));
  },
  // A query belongs to the work group that it was started in.
  'athena:*': (request, memory) =>
    own(request, workGroup(request, memory.get('work group') ?? 'primary')),
};

function bucket(request: JudgedRequest): string {
  return s3Arn(text(request, 'Bucket'));
}

function objects(request: JudgedRequest): string[] {
  return texts(request, 'Keys[]').map((key) => `${bucket(request)}/${key}`);
}

function s3Arn(path: string): string {
  return `arn:aws:s3:::${path.replace(/^\//, '')}`;
}

function withHeader(
  { headers }: JudgedRequest,
  name: string,
  resources: (value: string) => string[],
  action: string,
): Asked[] {
  const value = member(headers, name);
  if (value === undefined) return [];
  return resources(String(value)).map((resource) => ({ action, resource }));
}

function table(request: JudgedRequest, name: string): string {
  return arn(request, 'dynamodb', `table/${name}`);
}

function stream(request: JudgedRequest, name: string): string {
  return arn(request, 'kinesis', `stream/${name}`);
}

function inCatalog(request: JudgedRequest, ...names: string[]): string[] {
  return ['catalog', ...names].map((name) => arn(request, 'glue', name));
}

function workGroup(request: JudgedRequest, name: string): string {
  return arn(request, 'athena', `workgroup/${name}`);
}
