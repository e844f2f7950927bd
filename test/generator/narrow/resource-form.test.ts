import { describe, expect, it } from 'vitest';
import { parseResource, writeResource } from '../../../generator/narrow/resource-form.ts';
import { indexResourceTypes } from '../../../generator/narrow/resource-types.ts';
import { resourceTypesOfCatalog } from './resource-types-of-catalog.ts';

const types = indexResourceTypes(resourceTypesOfCatalog());

describe('parseResource', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['arn:aws:s3:::shop', 's3:bucket', { BucketName: 'shop' }],
    ['arn:aws:s3:::shop/a/b:c.txt', 's3:object', { BucketName: 'shop', ObjectName: 'a/b:c.txt' }],
    ['arn:aws:dynamodb:r:1:table/T', 'dynamodb:table', { TableName: 'T' }],
    ['arn:aws:dynamodb:r:1:table/T/index/I', 'dynamodb:index', { TableName: 'T', IndexName: 'I' }],
    ['arn:aws:logs:r:1:log-group:/a/b:*', 'logs:log-group', { LogGroupName: '/a/b' }],
    [
      'arn:aws:logs:r:1:log-group:/a/b:log-stream:x/y',
      'logs:log-stream',
      { LogGroupName: '/a/b', LogStreamName: 'x/y' },
    ],
    ['arn:aws:ssm:r:1:parameter/a/b', 'ssm:parameter', { ParameterNameWithoutLeadingSlash: 'a/b' }],
    ['arn:aws:iam::1:role/path/r', 'iam:role', { RoleNameWithPath: 'path/r' }],
    ['arn:aws:new:r:1:thing/a:b', '', { Part1: 'a', Part2: 'b' }],
    ['arn:aws:new:r:1:thing', '', { Part1: 'thing' }],
  ])('%s', (arn, key, values) => {
    const form = parseResource(arn, types);
    expect(form?.type.key).toBe(key);
    expect(
      Object.fromEntries((form?.type.variables ?? []).map((name, at) => [name, form?.values[at]])),
    ).toEqual(values);
    expect(form && writeResource(form)).toBe(arn);
  });

  it.each(['*', 'arn:aws:s3', 'arn:aws:s3:::', 'bucket'])('knows no form of %s', (text) => {
    expect(parseResource(text, types)).toBeUndefined();
  });
});
