// Sends a request whose deciding parameter comes after more than a MiB of its body.
import { call } from './aws.mjs';

const Item = { OrderId: { S: 'x'.repeat(1_200_000) } };
const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.PutItem',
};
await call('dynamodb', { headers, body: JSON.stringify({ Item, TableName: 'Orders' }) });
