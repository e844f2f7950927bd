import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../iam/policy-document/nearest-name.ts';

const names = ['GetObject', 'PutObject', 'ListBucket', 'sqs', 'sns'];

describe('nearestName', () => {
  it.each<[string, string | undefined]>([
    ['GetObjct', 'GetObject'],
    ['getobject', 'GetObject'],
    ['GteObject', 'GetObject'],
    ['GetObjects', 'GetObject'],
    ['PtuObjcet', 'PutObject'],
    ['DeleteObject', undefined],
    ['sq', 'sqs'],
    ['ec2', undefined],
    ['', undefined],
  ])('takes %j for %j', (mistyped, meant) => {
    expect(nearestName(mistyped, names)).toBe(meant);
  });
});
