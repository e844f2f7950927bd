import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatePolicy } from '../../generator/generate-policy.ts';
import { createMask } from '../../generator/narrow/create-mask.ts';
import { maskRunSpecific } from '../../generator/narrow/mask-run-specific.ts';
import { defaultThresholds, narrowScopes } from '../../generator/narrow/narrow-settings.ts';
import { resourceTypesOfCatalog } from '../generator/narrow/resource-types-of-catalog.ts';
import { permission } from '../generator/permission-cases.ts';

const page = readFileSync('docs/policies.md', 'utf8');

/** The rows of the table below a heading, each as its cells. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const [, rest = ''] = page.split(`\n${heading}\n`);
  const table = /(?:^\|.*\n)+/m.exec(rest)?.[0] ?? '';
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const inCode = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

describe('docs/policies.md', () => {
  it('has every scope and every threshold, with its number', () => {
    expect(tableBelow('## Narrow').flatMap(([scope]) => inCode(scope))).toEqual([...narrowScopes]);
    const thresholds = tableBelow('### What one action touches many of');
    expect(
      Object.fromEntries(thresholds.map(([name, count]) => [inCode(name)[0], Number(count)])),
    ).toEqual(defaultThresholds);
  });

  const forms = tableBelow('### What was made for one run').filter(
    ([, example]) => !example?.includes('secret:'),
  );
  it.each(forms)('is right of %s', (_, example, pattern) => {
    expect(maskRunSpecific(inCode(example)[0] ?? '').text).toBe(inCode(pattern)[0]);
  });

  it.each(tableBelow('### What is known to belong to one run'))(
    'is right of %s',
    (_, example, name, pattern) => {
      const value = inCode(example).join('-').replace('…', 'b5e6b4b0d3255bfef95601890afd80709');
      const mask = createMask([{ source: 'A', value }]);
      expect(mask(inCode(name)[0] ?? '').text).toBe(inCode(pattern)[0]);
    },
  );

  const resourceTypes = resourceTypesOfCatalog(['s3', 'sqs']);
  it.each(tableBelow('### What two recordings show'))(
    'is right of %s',
    (recorded = '', pattern = '') => {
      const texts = inCode(recorded).filter((text) => !text.startsWith('iam:'));
      const queue = 'arn:aws:sqs:eu-west-1:123456789012:';
      const prefix = recorded.includes('PassRole')
        ? 'arn:aws:iam::123456789012:role/'
        : recorded.includes('/')
          ? 'arn:aws:s3:::shop/'
          : queue;
      const { document } = generatePolicy(
        [
          permission(
            'x:Use',
            texts.map((text) => prefix + text),
          ),
        ],
        { scope: 'pattern', resourceTypes },
      );
      const [few = ''] = pattern.split(';');
      const expected = pattern.startsWith('as they are') ? texts : inCode(few);
      expect(document?.Statement[0]?.Resource.map((text) => text.slice(prefix.length))).toEqual(
        expected,
      );
    },
  );
});
