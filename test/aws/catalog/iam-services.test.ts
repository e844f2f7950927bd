import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';

const catalog = openCatalog();
const levels = ['List', 'Permissions management', 'Read', 'Tagging', 'Write'];
const types = ['ARN', 'Bool', 'Date', 'IPAddress', 'Numeric', 'String'];

describe("the catalog's IAM facts", () => {
  it('know the level, the resource types and the condition keys of an action', () => {
    const s3 = catalog.findIamService('s3');
    expect(s3?.actions.GetObject).toMatchObject({
      level: 'Read',
      resourceTypes: ['accesspointobject', 'object'],
    });
    expect(s3?.actions.PutObjectTagging?.level).toBe('Tagging');
    expect(s3?.actions.PutBucketPolicy?.level).toBe('Permissions management');
    expect(s3?.actions.ListBucket?.conditionKeys).toContain('s3:prefix');
    expect(s3?.resourceTypes.object?.arn).toBe('arn:${Partition}:s3:::${BucketName}/${ObjectName}');
    expect(s3?.conditionKeys['s3:prefix']).toBe('String');
  });

  it('name only levels, types and resource types that there are', () => {
    const prefixes = catalog.listIamPrefixes();
    expect(prefixes.length).toBeGreaterThan(400);
    expect(prefixes).toEqual([...prefixes].sort());
    for (const prefix of prefixes) {
      const service = catalog.findIamService(prefix);
      for (const [name, action] of Object.entries(service?.actions ?? {})) {
        expect(levels, `${prefix}:${name}`).toContain(action.level);
        for (const type of action.resourceTypes ?? []) {
          expect(service?.resourceTypes[type]?.arn, `${prefix}:${name} ${type}`).toMatch(/^arn:/);
        }
      }
      for (const [key, type] of Object.entries(service?.conditionKeys ?? {})) {
        expect(types, key).toContain(type.replace('ArrayOf', ''));
      }
    }
  });

  it('answer undefined for a prefix that IAM does not know, whatever its form', () => {
    expect(catalog.findIamService('nothing')).toBe(undefined);
    expect(catalog.findIamService('../services/s3')).toBe(undefined);
    expect(catalog.findIamService('')).toBe(undefined);
  });
});
