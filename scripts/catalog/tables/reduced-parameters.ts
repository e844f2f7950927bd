/**
 * Parameters of whose value only a part decides permissions and the rest is payload: by service id, operation and path,
 * the reducer that takes the part out (aws/wire/reduce-value.ts).
 */
export const reducedParameters: Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
> = {
  dynamodb: {
    BatchExecuteStatement: { 'Statements[].Statement': 'partiql' },
    ExecuteStatement: { Statement: 'partiql' },
    ExecuteTransaction: { 'TransactStatements[].Statement': 'partiql' },
  },
  // The same parameter holds policies and other documents, by the attribute's name.
  sns: {
    SetSubscriptionAttributes: { AttributeValue: 'roleArn' },
    SetTopicAttributes: { AttributeValue: 'roleArn' },
  },
};
