import { renderAwsCli } from './aws-cli.ts';
import { renderCdk } from './cdk.ts';
import { renderCloudFormationJson, renderCloudFormationYaml, renderSam } from './cloudformation.ts';
import { renderJsonMin, renderJsonPolicies } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { PolicyExport } from './policy-export.ts';
import { renderPulumi } from './pulumi.ts';
import { renderTerraform } from './terraform.ts';

/** The forms in which policies can be written, as the command line names them. */
export const policyFormats = [
  'json',
  'json-min',
  'terraform',
  'cloudformation-yaml',
  'cloudformation-json',
  'sam',
  'cdk-ts',
  'pulumi-ts',
  'aws-cli',
  'markdown',
] as const;

/** A format that policies are written in, by its name on the command line. */
export type PolicyFormat = (typeof policyFormats)[number];

/** Returns policies in a format, a newline at the end. The same policies give the same bytes. */
export function renderPolicies(format: PolicyFormat, exported: PolicyExport): string {
  return renderers[format](exported);
}

const renderers: Readonly<Record<PolicyFormat, (exported: PolicyExport) => string>> = {
  json: ({ documents }) => renderJsonPolicies(documents.map(({ document }) => document)),
  'json-min': ({ documents }) => renderJsonMin(documents.map(({ document }) => document)),
  terraform: renderTerraform,
  'cloudformation-yaml': renderCloudFormationYaml,
  'cloudformation-json': renderCloudFormationJson,
  sam: renderSam,
  'cdk-ts': renderCdk,
  'pulumi-ts': renderPulumi,
  'aws-cli': renderAwsCli,
  markdown: renderMarkdown,
};
