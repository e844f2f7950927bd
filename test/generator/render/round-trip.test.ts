import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyExport } from '../../../generator/render/policy-export.ts';
import { type PolicyFormat, renderPolicies } from '../../../generator/render/render-policies.ts';
import { parseTemplateYaml } from '../../../iam/policy-document/sources/template-yaml.ts';
import { readTemplate } from '../../clients/export/read-template.ts';
import { arbitraryExports } from './arbitrary-exports.ts';

interface Reader {
  readonly format: PolicyFormat;
  /** Returns the documents of an export, as who takes the format reads them. */
  read(text: string, exported: PolicyExport): unknown;
}

const readers: readonly Reader[] = [
  { format: 'json', read: (text) => listOf(JSON.parse(text)) },
  { format: 'json-min', read: (text) => listOf(JSON.parse(text)) },
  {
    format: 'cloudformation-json',
    read: (text, { home }) => readTemplate(JSON.parse(text), home),
  },
  {
    format: 'cloudformation-yaml',
    read: (text, { home }) => readTemplate(parseTemplateYaml(text, 'template'), home),
  },
  {
    format: 'sam',
    read: (text, { home }) => {
      const Properties = parseTemplateYaml(text, 'template');
      return readTemplate({ Resources: { Function: { Properties } } }, home);
    },
  },
];

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

// Terraform, CDK, Pulumi and the AWS CLI read theirs in test/clients/export.
describe.each(readers)('policies as $format', ({ format, read }) => {
  it('are the same when they are read back, whatever is in them', () => {
    fc.assert(
      fc.property(arbitraryExports, (exported) => {
        const documents = exported.documents.map(({ document }) => document);
        expect(read(renderPolicies(format, exported), exported)).toEqual(documents);
      }),
      { numRuns: 150 },
    );
  });
});
