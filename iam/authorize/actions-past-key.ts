/**
 * Actions that reach the same as those that carry a condition key, but whose requests do not carry it, by key: no
 * condition on it holds them.
 * Sources: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control" (a scan returns
 * items of every partition key); Amazon DynamoDB API Reference, GetRecords and ExportTableToPointInTime (items of the
 * whole table), which the Service Authorization Reference lists without the key.
 */
export const actionsPastKey: Readonly<Record<string, readonly string[]>> = {
  'dynamodb:LeadingKeys': [
    'dynamodb:ExportTableToPointInTime',
    'dynamodb:GetRecords',
    'dynamodb:Scan',
  ],
};
