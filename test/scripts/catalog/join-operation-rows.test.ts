import { describe, expect, it } from 'vitest';
import { joinOperationRows } from '../../../scripts/catalog/tables/join-operation-rows.ts';
import { one } from '../../../scripts/catalog/tables/operation-actions/row.ts';

describe('joining tables of rows', () => {
  it('keeps the rows that two tables have of one service', () => {
    const first = { s3: { HeadBucket: one('s3:ListBucket') } };
    const second = {
      s3: { RenameObject: one('s3express:CreateSession') },
      sts: { GetCallerIdentity: [] },
    };
    expect(joinOperationRows(first, second)).toEqual({
      s3: { HeadBucket: one('s3:ListBucket'), RenameObject: one('s3express:CreateSession') },
      sts: { GetCallerIdentity: [] },
    });
  });

  it('refuses a second row for an operation', () => {
    const first = { s3: { HeadBucket: one('s3:ListBucket') } };
    const second = { s3: { HeadBucket: one('s3:HeadBucket') } };
    expect(() => joinOperationRows(first, second)).toThrow('two rows: s3 HeadBucket');
  });
});
