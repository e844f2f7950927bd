import type { PolicyStatement } from '../../iam/policy.ts';
import type { Home } from '../find-home.ts';
import type { PolicyTarget } from '../split/policy-limits.ts';
import { isComposed } from './composed-text.ts';
import { nodeOfDocument, writeJson } from './document-node.ts';
import { escapeHcl, escapeHclTemplate, quoteHcl } from './hcl-text.ts';
import { quoteJson } from './json-text.ts';
import {
  type OwnPart,
  ownPartsOf,
  type Piece,
  piecesOfResource,
  piecesOfValue,
  soleReference,
  writePieces,
} from './own-scope.ts';
import {
  conditionsOf,
  type NamedPolicy,
  namePolicies,
  nothingNeeded,
  type PolicyExport,
  textsOf,
} from './policy-export.ts';
import { holdsProviderVariable } from './provider-variable.ts';

/**
 * Returns Terraform: an `aws_iam_policy_document` for each document, the policy made of it, and data sources for the
 * account, region and partition that the provider is set up for. Formatted as `terraform fmt` does it.
 * `data.aws_region.*.region` asks for version 6 of the AWS provider.
 */
export function renderTerraform(exported: PolicyExport): string {
  if (exported.documents.length === 0) return `# ${nothingNeeded}\n`;
  const scope = { home: exported.home, label: labelOf(exported.name) };
  const parts = [...ownPartsOf(textsOf(exported))].sort();
  const blocks = [
    ...parts.map((part) => `data "${sources[part].type}" "${scope.label}" {}`),
    ...principalVariable(exported.target, scope),
    ...namePolicies(exported).flatMap((policy) => renderPolicy(policy, exported.target, scope)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

interface Scope {
  readonly home: Home;
  /** The label of the data sources and of the variable: one of each for all documents. */
  readonly label: string;
}

const sources: Readonly<Record<OwnPart, { readonly type: string; readonly attribute: string }>> = {
  account: { type: 'aws_caller_identity', attribute: 'account_id' },
  partition: { type: 'aws_partition', attribute: 'partition' },
  region: { type: 'aws_region', attribute: 'region' },
};

const resources: Readonly<Record<PolicyTarget, readonly [type: string, principal?: string]>> = {
  managed: ['aws_iam_policy'],
  role: ['aws_iam_role_policy', 'role'],
  user: ['aws_iam_user_policy', 'user'],
  group: ['aws_iam_group_policy', 'group'],
};

function principalVariable(target: PolicyTarget, { label }: Scope): readonly string[] {
  const [, principal] = resources[target];
  if (principal === undefined) return [];
  const lines = [
    `variable "${label}_${principal}" {`,
    `  description = "Name of the ${principal} that gets the policy"`,
    '  type        = string',
    '}',
  ];
  return [lines.join('\n')];
}

function renderPolicy(
  { name, document }: NamedPolicy,
  target: PolicyTarget,
  scope: Scope,
): readonly string[] {
  const label = labelOf(name);
  const [type, principal] = resources[target];
  const lines = [`resource "${type}" "${label}" {`, `  name   = ${quoteHcl(name)}`];
  if (principal !== undefined) {
    lines.push(`  ${principal.padEnd(6)} = var.${scope.label}_${principal}`);
  }
  const resource = (policy: string) => [...lines, `  policy = ${policy}`, '}'].join('\n');
  if (holdsProviderVariable(document) || !isComposed(document)) {
    const json = writeJson(nodeOfDocument(document, scope.home), (pieces) =>
      writeJsonText(pieces, scope),
    );
    return [resource(`<<-JSON\n${json.replaceAll(/^/gm, '    ')}\n  JSON`)];
  }
  const statements = document.Statement.map((statement) => renderStatement(statement, scope));
  return [
    `data "aws_iam_policy_document" "${label}" {\n${statements.join('\n\n')}\n}`,
    resource(`data.aws_iam_policy_document.${label}.json`),
  ];
}

function renderStatement(statement: PolicyStatement, scope: Scope): string {
  const { Sid, Effect, Action, Resource } = statement;
  const texts = Resource.map((resource) => write(piecesOfResource(resource, scope.home), scope));
  const blocks = [
    [`    sid    = ${quoteHcl(Sid)}`, `    effect = ${quoteHcl(Effect)}`].join('\n'),
    list('    actions', Action.map(quoteHcl)),
    list('    resources', texts),
    ...conditionsOf(statement).map(({ operator, key, values }) =>
      [
        '    condition {',
        `      test     = ${quoteHcl(operator)}`,
        `      variable = ${quoteHcl(key)}`,
        '',
        list(
          '      values',
          values.map((value) => write(piecesOfValue(key, value, scope.home), scope)),
        ),
        '    }',
      ].join('\n'),
    ),
  ];
  return `  statement {\n${blocks.join('\n\n')}\n  }`;
}

function list(attribute: string, items: readonly string[]): string {
  const indent = attribute.slice(0, attribute.search(/\S/));
  const lines = items.map((item) => `${indent}  ${item},`);
  return [`${attribute} = [`, ...lines, `${indent}]`].join('\n');
}

function write(pieces: readonly Piece[], scope: Scope): string {
  const sole = soleReference(pieces);
  if (sole !== undefined) return reference(sole, scope);
  return `"${writePieces(pieces, escapeHcl, (part) => `\${${reference(part, scope)}}`)}"`;
}

function writeJsonText(pieces: readonly Piece[], scope: Scope): string {
  const escapeLiteral = (literal: string) => escapeHclTemplate(quoteJson(literal).slice(1, -1));
  return `"${writePieces(pieces, escapeLiteral, (part) => `\${${reference(part, scope)}}`)}"`;
}

function reference(part: OwnPart, { label }: Scope): string {
  return `data.${sources[part].type}.${label}.${sources[part].attribute}`;
}

/** A name as HCL takes it for a label: letters, digits and underscores, no digit first. */
function labelOf(name: string): string {
  const label = name.toLowerCase().replaceAll(/[^a-z0-9_]+/g, '_');
  return /^[a-z_]/.test(label) ? label : `policy_${label}`;
}
