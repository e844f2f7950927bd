import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  renderCloudFormationJson,
  renderCloudFormationYaml,
  renderSam,
} from '../../../generator/render/cloudformation.ts';
import type { PolicyExport } from '../../../generator/render/policy-export.ts';
import { temporaryFolder } from '../../certs/support/temporary-folder.ts';
import type { ExportCase } from '../../generator/render/export-cases.ts';
import { plainEnvironment, runProgram } from '../run-program.ts';
import { readTemplate } from './read-template.ts';
import { differingRequests } from './same-decisions.ts';
import { sampledExports } from './sampled-exports.ts';

/** A template of SAM around the property that is exported. */
function samTemplate(exported: PolicyExport): string {
  const lines = [
    "AWSTemplateFormatVersion: '2010-09-09'",
    'Transform: AWS::Serverless-2016-10-31',
    'Resources:',
    '  App:',
    '    Type: AWS::Serverless::Function',
    '    Properties:',
    '      Runtime: nodejs22.x',
    '      Handler: index.handler',
    '      InlineCode: exports.handler = async () => {}',
  ];
  return `${lines.join('\n')}\n${renderSam(exported).replaceAll(/^(?=.)/gm, '      ')}`;
}

// CloudFormation takes no template without resources, so there is nothing to hold against it.
const cases = sampledExports.filter(({ documents }) => documents.length > 0);
const environment = { env: { ...plainEnvironment(), PYTHONWARNINGS: 'ignore' } };

async function writeTemplates(
  exports: readonly ExportCase[],
  render: (exported: PolicyExport) => string,
  extension: string,
): Promise<readonly string[]> {
  const folder = temporaryFolder();
  const paths = exports.map((exported) => join(folder, `${exported.case}.${extension}`));
  await Promise.all(exports.map((exported, at) => writeFile(paths[at] ?? '', render(exported))));
  return paths;
}

describe.each([
  { form: 'YAML', extension: 'yaml', render: renderCloudFormationYaml },
  { form: 'JSON', extension: 'json', render: renderCloudFormationJson },
  { form: 'SAM', extension: 'yaml', render: samTemplate },
])('the CloudFormation in $form', ({ extension, render }) => {
  it('has nothing that cfn-lint finds', async () => {
    // cfn-lint's pattern of an ARN stops at a line break, which a key may well hold, and it takes no condition operator
    // with a value of another kind: what is sampled has both.
    const linted = cases.filter((exported) => !/^(?:unprintable|sample-)/.test(exported.case));
    const paths = await writeTemplates(linted, render, extension);
    const { exit, stdout } = await runProgram(['cfn-lint', '--template', ...paths], environment);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
  });

  it('comes to the same policies', async () => {
    const program = join(import.meta.dirname, 'parse_templates.py');
    const paths = await writeTemplates(cases, render, extension);
    const { exit, stdout, stderr } = await runProgram(['python3', program, ...paths], environment);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const templates: readonly unknown[] = JSON.parse(stdout);
    for (const [at, { documents, home }] of cases.entries()) {
      const read = readTemplate(templates[at], home);
      const original = documents.map(({ document }) => document);
      expect(read).toEqual(original);
      expect(differingRequests(original, read)).toEqual([]);
    }
  });
});
