import { describe, expect, it } from 'vitest';
import { reduceTimestreamQuery } from '../../../aws/wire/reduce-timestream-query.ts';

describe('reduceTimestreamQuery', () => {
  it.each([
    ['SELECT 1', 'SelectValues'],
    ["SELECT 'x FROM a.b' -- FROM c.d", 'SelectValues'],
    ['SELECT * FROM "my-db"."t.1" WHERE x = \'s3cret\'', 'Select my-db/table/t.1'],
    ['select a from d . t', 'Select d/table/t'],
    ['SELECT * FROM d.t JOIN d.u ON d.t.x = d.u.x', 'Select d/table/t d/table/u'],
    [
      'SELECT * FROM d.t a LEFT JOIN e.u AS b USING (x, y) WHERE a.x IN (1, 2)',
      'Select d/table/t e/table/u',
    ],
    [
      'WITH a AS (SELECT * FROM d.t), b (x, y) AS (SELECT * FROM a) SELECT * FROM b',
      'Select d/table/t',
    ],
    ['SELECT * FROM (SELECT x, y FROM d.t) JOIN UNNEST(x) AS u (v) ON true', 'Select d/table/t'],
    ['(SELECT x FROM d.t) UNION (SELECT x FROM d.u ORDER BY x, y)', 'Select d/table/t d/table/u'],
    ['SELECT extract(year FROM a.time), b FROM d.t a', 'Select d/table/t'],
    ['SELECT a IS DISTINCT FROM b.c FROM d.t', 'Select d/table/t'],
    ['/* FROM a.b */ SELECT * FROM d.t -- JOIN d.u', 'Select d/table/t'],
    ['SHOW DATABASES', 'ShowDatabases'],
    ['show tables', 'ShowTables'],
    ["SHOW TABLES FROM d LIKE 'x%'", 'ShowTables d'],
    ['SHOW MEASURES FROM "d"."t"', 'ShowMeasures d/table/t'],
    ['DESCRIBE d."t-1"', 'Describe d/table/t-1'],
    [
      "UNLOAD (SELECT * FROM d.t WHERE x = 'y') TO 's3://b/p' WITH (format = 'CSV')",
      'Unload s3://b/p d/table/t',
    ],
    ["UNLOAD (SELECT 1) TO 's3://b?X-Amz-Signature=x'", 'Unload'],
  ])('%s', (query, reduced) => expect(reduceTimestreamQuery(query)).toBe(reduced));

  it.each([
    'SELECT * FROM d.t, d.u',
    'SELECT * FROM (SELECT * FROM d.t) a, d.u',
    'SELECT * FROM d.t AS a (x, y), d.u',
    'SELECT * FROM (d.t JOIN d.u ON true)',
    'SELECT * FROM d.t JOIN somewhere ON true',
    'SELECT * FROM d.t CROSS JOIN LATERAL (SELECT 1)',
    'SELECT * FROM d.t JOIN f(x) ON true',
    'SELECT * FROM d."a b"',
    'SELECT * FROM',
    'SELECT 1)) FROM d.t',
  ])('names no table where one is not told: %s', (query) =>
    expect(reduceTimestreamQuery(query)).toBe('Select'),
  );

  it.each(['', 'DROP TABLE d.t', 'DESCRIBE d', 'SHOW', 'SELECTED', 'SHOW MEASURES FROM t'])(
    'takes nothing out of another text: %s',
    (query) => expect(reduceTimestreamQuery(query)).toBeUndefined(),
  );

  it.each(['SELECT * FROM ', '(', 'a AS (', '"', "'", '/*', 'WITH a', 'JOIN x', '- ', '   '])(
    'takes a short time for a long text of %j',
    (part) => {
      const start = performance.now();
      reduceTimestreamQuery(`SELECT * FROM d.t ${part.repeat(200_000 / part.length)}`);
      reduceTimestreamQuery(`UNLOAD ( ${part.repeat(200_000 / part.length)}`);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
