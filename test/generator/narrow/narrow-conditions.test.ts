import { describe, expect, it } from 'vitest';
import { normaliseConditions, toConditionBlock } from '../../../generator/conditions.ts';
import { maskRunSpecific } from '../../../generator/narrow/mask-run-specific.ts';
import { narrowConditions } from '../../../generator/narrow/narrow-conditions.ts';
import type { Conditions } from '../../../iam/permission.ts';

function narrow(conditions: Conditions): Conditions {
  return toConditionBlock(narrowConditions(normaliseConditions(conditions), maskRunSpecific));
}

describe('narrowConditions', () => {
  it('writes what was made for one run as a wildcard', () => {
    expect(narrow({ StringEquals: { 's3:prefix': ['in/2026-11-22/', 'out/'] } })).toEqual({
      StringLike: { 's3:prefix': ['in/*/', 'out/'] },
    });
    expect(narrow({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['run-482131'] } })).toEqual({
      'ForAllValues:StringLike': { 'aws:TagKeys': ['run-*'] },
    });
  });

  it('keeps the form of a value that is nothing but an id', () => {
    expect(narrow({ StringEquals: { 'aws:RequestTag/run': ['7f3a9c2e'] } })).toEqual({
      StringLike: { 'aws:RequestTag/run': ['????????'] },
    });
  });

  it('takes the wildcards of a literal value literally', () => {
    expect(narrow({ StringEquals: { 's3:prefix': ['a*?/2026-11-22/'] } })).toEqual({
      StringLike: { 's3:prefix': ['a${*}${?}/*/'] },
    });
  });

  it.each<Conditions>([
    { StringEquals: { 'kms:ViaService': ['s3.eu-west-1.amazonaws.com'] } },
    { StringEquals: { 'aws:ResourceAccount': ['123456789012'] } },
    { Bool: { 'aws:SecureTransport': ['true'] } },
    { DateLessThan: { 'aws:CurrentTime': ['2026-11-22T10:11:12Z'] } },
    { StringNotEquals: { 's3:prefix': ['2026-11-22'] } },
    // What the user gave is what the user means.
    { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['2026-11-22', '7f3a9c2e'] } },
  ])('leaves %j', (conditions) => {
    expect(narrow(conditions)).toEqual(conditions);
  });
});
