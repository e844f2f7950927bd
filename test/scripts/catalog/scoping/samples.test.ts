import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../../aws/catalog/catalog.ts';
import { asArray, asObject, asString } from '../../../../scripts/catalog/json.ts';

/** Below this share of right bindings a rule may not fill an ARN. */
const leastPrecision = 0.98;

const file = join(import.meta.dirname, '../../../../scripts/catalog/samples/bindings.json');
const samples = asArray(JSON.parse(readFileSync(file, 'utf8')), file).map((value) => {
  const row = asObject(value, file);
  const text = (field: string) => asString(row[field], field);
  return {
    rule: text('rule'),
    service: text('service'),
    operation: text('operation'),
    action: text('action'),
    type: text('type'),
    variable: text('variable'),
    expression: text('expression'),
    verdict: text('verdict'),
  };
});
const catalog = openCatalog();

describe('the bindings that were judged by hand', () => {
  it.each(samples)('$service $operation $variable is what was judged', (sample) => {
    const operation = catalog.findService(sample.service)?.operations[sample.operation];
    const bound = (operation?.grants ?? [])
      .filter(({ action }) => action === sample.action)
      .flatMap(({ resources }) => resources ?? [])
      .filter(({ type }) => type === sample.type)
      .map(({ bind }) => bind?.[sample.variable]);
    expect(bound).toContain(sample.expression);
  });

  it.each([...new Set(samples.map(({ rule }) => rule))])('are right by the rule `%s`', (rule) => {
    const verdicts = samples.filter((one) => one.rule === rule).map(({ verdict }) => verdict);
    const right = verdicts.filter((verdict) => verdict === 'right').length;
    const wrong = verdicts.filter((verdict) => verdict === 'wrong').length;
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(leastPrecision);
  });
});
