import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import {
  authorizationPage,
  renderAuthorizationPage,
} from '../../../scripts/docs/authorization-tables.ts';

const page = readFileSync(authorizationPage, 'utf8');

describe('docs/authorization.md', () => {
  it('lists the rules that the catalog holds: `npm run catalog` writes them again', () => {
    expect(renderAuthorizationPage(page, openCatalog())).toBe(page);
  });

  it.each([
    '| `lambda` | CreateCapacityProvider, CreateFunction, UpdateFunctionConfiguration | `lambda.amazonaws.com` |',
    '| `sqs` | CreateQueue | `sqs:TagQueue` |  |',
    '| `cloudwatch` | PutMetricData | `cloudwatch:PutMetricData` | `StringEquals cloudwatch:namespace {Namespace}` |  |',
    '| `s3` | HeadBucket, ListObjects, ListObjectsV2 | `s3:ListBucket` |  |',
  ])('has the row %s', (row) => {
    expect(page.split('\n')).toContain(row);
  });
});
