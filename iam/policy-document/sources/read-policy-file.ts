import { LeastgrantError } from '../../../errors.ts';
import { asObject, type JsonObject } from '../json-value.ts';
import { readCloudformation } from './cloudformation.ts';
import { findDuplicateKeys } from './duplicate-keys.ts';
import { parseJsonOrYaml } from './json-or-yaml.ts';
import type { PolicyFile } from './policy-source.ts';
import type { PseudoParameters } from './resolve-intrinsics.ts';
import { readTerraform } from './terraform.ts';

/**
 * Finds the policies in a file's text: an IAM policy as JSON or a list of some, the JSON of a Terraform plan or state, or
 * a CloudFormation or SAM template as JSON or YAML, with the values of its pseudo parameters as far as they are given. The
 * result has one source at least.
 * @throws LeastgrantError E_INPUT where the text is none of them, or holds no policy
 */
export function readPolicyFile(
  text: string,
  file: string,
  pseudo: PseudoParameters = {},
): PolicyFile {
  const parsed: unknown = parseJsonOrYaml(text, file);
  if (Array.isArray(parsed)) return listOfPolicies(parsed, text, file);
  const value = asObject(parsed);
  if (value === undefined) throw unknownFile(file);
  if (value.Statement !== undefined) return plainPolicy(value, text, file);
  const found = isTerraform(value)
    ? readTerraform(value, file)
    : asObject(value.Resources) !== undefined && readCloudformation(value, file, pseudo);
  if (found === false) throw unknownFile(file);
  if (found.sources.length > 0) return found;
  const reasons = found.notes.map(({ where, message }) => `${where}: ${message}`);
  throw new LeastgrantError('E_INPUT', `\`${file}\` holds no policy that can be read`, {
    hint: reasons[0] ?? 'give a file with policies of users, groups or roles',
  });
}

function plainPolicy(document: JsonObject, text: string, file: string): PolicyFile {
  const problems = findDuplicateKeys(text);
  const source = { name: file, document, attachment: undefined, hasUnknownParts: false, problems };
  return { sources: [source], notes: [] };
}

/** As leastgrant writes a policy that is too large for one document. */
function listOfPolicies(values: readonly unknown[], text: string, file: string): PolicyFile {
  const documents = values.map(asObject);
  if (documents.length === 0 || documents.some((one) => one?.Statement === undefined)) {
    throw unknownFile(file);
  }
  const problems = findDuplicateKeys(text);
  const sources = documents.map((document, at) => ({
    name: `${file}: ${at + 1}`,
    document,
    attachment: undefined,
    hasUnknownParts: false,
    problems: at === 0 ? problems : [],
  }));
  return { sources, notes: [] };
}

function isTerraform(value: JsonObject): boolean {
  return value.planned_values !== undefined || value.terraform_version !== undefined;
}

function unknownFile(file: string): LeastgrantError {
  const hint = file.endsWith('.tf')
    ? 'give the plan as JSON: terraform plan -out plan && terraform show -json plan > plan.json'
    : 'give an IAM policy, `terraform show -json` of a plan, or a CloudFormation template';
  return new LeastgrantError('E_INPUT', `\`${file}\` is no policy and holds none`, { hint });
}
