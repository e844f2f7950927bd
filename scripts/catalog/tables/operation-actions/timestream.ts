import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from './row.ts';

const isQuery = (verb: string) => `queryVerb(QueryString, "${verb}")`;
const namedIn = (verb: string) => `queryNames(QueryString, "${verb}")`;

const onTable = (action: string, verb: string, because: string): GrantRow => ({
  action: `timestream:${action}`,
  when: [isQuery(verb)],
  template: 'arn:${Partition}:timestream:${Region}:${Account}:database/${Table}',
  bind: { Table: namedIn(verb) },
  because,
});

const onNothing = (action: string, verb: string, because: string): GrantRow => ({
  action: `timestream:${action}`,
  when: [isQuery(verb)],
  types: [],
  because,
});

const onBucket = (action: string): GrantRow => ({
  action: `s3:${action}`,
  when: ['unloadBucket(QueryString)'],
  template: 'arn:${Partition}:s3:::${BucketName}',
  bind: { BucketName: 'unloadBucket(QueryString)' },
  because: 'unloads into the bucket that the query names, in the name of the caller',
});

const onObjects = (action: string): GrantRow => ({
  ...onBucket(action),
  template: 'arn:${Partition}:s3:::${BucketName}/${Prefix}*',
  bind: { BucketName: 'unloadBucket(QueryString)', Prefix: 'unloadPrefix(QueryString)' },
});

const query: OperationRow = [
  onTable('Select', 'Select', 'runs a SELECT query'),
  {
    action: 'timestream:Select',
    unless: ['QueryString'],
    types: ['table'],
    bind: {},
    because: 'runs a query of which nothing is known',
  },
  onNothing('SelectValues', 'SelectValues', 'runs a SELECT query that reads no table'),
  onNothing('ListDatabases', 'ShowDatabases', 'runs SHOW DATABASES'),
  {
    action: 'timestream:ListTables',
    when: [isQuery('ShowTables')],
    types: ['database'],
    bind: { DatabaseName: namedIn('ShowTables') },
    because: 'runs SHOW TABLES',
  },
  onTable('ListMeasures', 'ShowMeasures', 'runs SHOW MEASURES'),
  onTable('DescribeTable', 'Describe', 'runs a DESCRIBE query'),
  onTable('Unload', 'Unload', 'runs an UNLOAD query'),
  onTable('Select', 'Unload', 'selects what it unloads'),
  onBucket('GetBucketAcl'),
  ...['AbortMultipartUpload', 'GetObject', 'PutObject'].map(onObjects),
];

/**
 * What queries of Timestream need, by service id and operation.
 * Source: "API operations defined by Amazon Timestream" and the descriptions of its actions; for what UNLOAD writes Amazon
 * Timestream Developer Guide, "Prerequisites for UNLOAD from Timestream for LiveAnalytics", and column "Dependent
 * actions" of the page.
 */
export const timestreamOperations: OperationRows = {
  'timestream-query': { PrepareQuery: [{ action: 'timestream:Select' }], Query: query },
};
