import type { PolicyTarget } from '../split/policy-limits.ts';
import { nodeOfDocument, writeJson } from './document-node.ts';
import { quoteJson } from './json-text.ts';
import { type OwnPart, ownPartsOf, type Piece, writePieces } from './own-scope.ts';
import {
  type NamedPolicy,
  namePolicies,
  nothingNeeded,
  type PolicyExport,
  textsOf,
} from './policy-export.ts';

/**
 * Returns a POSIX shell script that makes the policies with the AWS CLI. Account, region and partition are those that
 * the AWS CLI is set up for when it runs. For inline policies the principal's name is the script's argument.
 */
export function renderAwsCli(exported: PolicyExport): string {
  const lines = ['#!/bin/sh', 'set -eu', ''];
  if (exported.documents.length === 0) return `${['#!/bin/sh', `# ${nothingNeeded}`].join('\n')}\n`;
  const [, principal] = commands[exported.target];
  if (principal !== undefined) {
    lines.push(`${principal}=\${1:?name of the ${principal} that gets the policy}`);
  }
  for (const part of [...ownPartsOf(textsOf(exported))].sort()) lines.push(...sources[part]);
  for (const policy of namePolicies(exported)) {
    lines.push(...(lines.at(-1) === '' ? [] : ['']), renderPolicy(policy, exported));
  }
  return `${lines.join('\n')}\n`;
}

const commands: Readonly<Record<PolicyTarget, readonly [command: string, principal?: string]>> = {
  managed: ['create-policy'],
  role: ['put-role-policy', 'role'],
  user: ['put-user-policy', 'user'],
  group: ['put-group-policy', 'group'],
};

const identity = 'aws sts get-caller-identity --output text --query';
const sources: Readonly<Record<OwnPart, readonly string[]>> = {
  account: [`account=$(${identity} Account)`],
  partition: [
    `partition=$(${identity} Arn)`,
    'partition=${partition#arn:}',
    'partition=${partition%%:*}',
  ],
  region: ['region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region)}}'],
};

function renderPolicy({ name, document }: NamedPolicy, { target, home }: PolicyExport): string {
  const [command, principal] = commands[target];
  const json = writeJson(nodeOfDocument(document, home), writeText);
  return [
    `aws iam ${command} \\`,
    ...(principal === undefined ? [] : [`  --${principal}-name "$${principal}" \\`]),
    `  --policy-name '${escapeShell(name)}' \\`,
    `  --policy-document '${json}'`,
  ].join('\n');
}

/** The document stands in single quotes; a reference ends them, stands in double quotes, and opens them again. */
function writeText(pieces: readonly Piece[]): string {
  const escapeLiteral = (literal: string) => escapeShell(quoteJson(literal).slice(1, -1));
  return `"${writePieces(pieces, escapeLiteral, (part) => `'"$${part}"'`)}"`;
}

function escapeShell(text: string): string {
  return text.replaceAll("'", "'\\''");
}
