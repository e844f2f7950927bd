import type { OperationRow } from './row.ts';

// Source: Amazon DynamoDB Developer Guide, "IAM security policies with PartiQL for DynamoDB": a statement's verb is the
// action, on its table, or on the index that it names.
const statements = (path: string): OperationRow =>
  ['Delete', 'Insert', 'Select', 'Update'].flatMap((verb) => [
    {
      action: `dynamodb:PartiQL${verb}`,
      when: [`partiql${verb}(${path})`],
      template: 'arn:${Partition}:dynamodb:${Region}:${Account}:table/${Table}',
      bind: { Table: `partiql${verb}(${path})` },
      because: `runs a PartiQL statement whose verb is ${verb.toUpperCase()}`,
    },
    // A statement that could not be read may do anything on any table.
    {
      action: `dynamodb:PartiQL${verb}`,
      unless: [path],
      template: 'arn:${Partition}:dynamodb:${Region}:${Account}:table/*',
      because: `runs a PartiQL statement of unknown verb, which may be ${verb.toUpperCase()}`,
    },
  ]);

/** Operations that run PartiQL statements, by service id and operation. */
export const partiqlOperations: Readonly<Record<string, Readonly<Record<string, OperationRow>>>> = {
  dynamodb: {
    BatchExecuteStatement: statements('Statements[].Statement'),
    ExecuteStatement: statements('Statement'),
    ExecuteTransaction: statements('TransactStatements[].Statement'),
  },
};
