import { nothingNeeded } from '../../generator/render/policy-export.ts';
import type { PolicyFormat } from '../../generator/render/render-policies.ts';
import { asObject, elementsOf } from '../../iam/policy-document/json-value.ts';
import { parseExported } from './same-meaning.ts';

/**
 * Tells whether a file holds nothing but policies of a format, or nothing at all: then an export may take its place.
 * A template with other resources, or a settings file that was named by mistake, is somebody's work.
 */
export function looksExported(format: PolicyFormat, text: string): boolean {
  return text.trim() === '' || text.includes(nothingNeeded) || signs[format](text);
}

const isTypeScript = (text: string) => /^export function \w+Policies\(/m.test(text);

const signs: Readonly<Record<PolicyFormat, (text: string) => boolean>> = {
  json: (text) => holdsPolicies(parseExported('json', text)),
  'json-min': (text) => holdsPolicies(parseExported('json-min', text)),
  terraform: holdsPolicyBlocks,
  'cloudformation-yaml': (text) => isPolicyTemplate(parseExported('cloudformation-yaml', text)),
  'cloudformation-json': (text) => isPolicyTemplate(parseExported('cloudformation-json', text)),
  sam: (text) => hasOnly(parseExported('sam', text), ['Policies']),
  'cdk-ts': isTypeScript,
  'pulumi-ts': isTypeScript,
  'aws-cli': (text) => /^ *aws iam (?:create|put-\w+)-policy\b/m.test(text),
  markdown: (text) => text.includes('| --- | --- | --- | --- |') && /^# /m.test(text),
};

function holdsPolicies(value: unknown): boolean {
  const documents = Array.isArray(value) ? elementsOf(value) : [value];
  return documents.every((one) => asObject(one)?.Statement !== undefined);
}

function isPolicyTemplate(value: unknown): boolean {
  if (!hasOnly(value, ['AWSTemplateFormatVersion', 'Parameters', 'Resources'])) return false;
  return Object.values(asObject(asObject(value)?.Resources) ?? {}).every((resource) => {
    const type = asObject(resource)?.Type;
    return typeof type === 'string' && /^AWS::IAM::(?:Managed|Role|User|Group)Policy$/.test(type);
  });
}

function hasOnly(value: unknown, names: readonly string[]): boolean {
  const object = asObject(value);
  return object !== undefined && Object.keys(object).every((name) => names.includes(name));
}

const blockTypes = new Set([
  ...['aws_iam_policy', 'aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'],
  ...['aws_iam_policy_document', 'aws_caller_identity', 'aws_partition', 'aws_region'],
]);

/** Blocks begin at the left margin, because `terraform fmt` puts them there. */
function holdsPolicyBlocks(text: string): boolean {
  const blocks = [...text.matchAll(/^(\w+)(?: "([^"]*)")?[^\n]*\{/gm)];
  return blocks.every(
    ([, block, type = '']) =>
      block === 'variable' || ((block === 'data' || block === 'resource') && blockTypes.has(type)),
  );
}
