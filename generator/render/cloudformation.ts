import { toPascalCase } from '../pascal-case.ts';
import type { PolicyTarget } from '../split/policy-limits.ts';
import {
  type DocumentNode,
  list,
  nodeOfDocument,
  record,
  text,
  writeJson,
} from './document-node.ts';
import { type OwnPart, type Piece, soleReference, writePieces } from './own-scope.ts';
import {
  type NamedPolicy,
  namePolicies,
  nothingNeeded,
  type PolicyExport,
} from './policy-export.ts';
import { quoteYaml, quoteYamlDouble, writeYaml } from './yaml.ts';

/** Returns a CloudFormation template in YAML: a policy resource for each document, with pseudo parameters in `!Sub`. */
export function renderCloudFormationYaml(exported: PolicyExport): string {
  const template = writeYaml(nodeOfTemplate(exported), writeYamlText);
  return exported.documents.length === 0 ? `# ${nothingNeeded}\n${template}` : template;
}

/** Returns the same template in JSON, with `Fn::Sub`. */
export function renderCloudFormationJson(exported: PolicyExport): string {
  return `${writeJson(nodeOfTemplate(exported), writeJsonText)}\n`;
}

/**
 * Returns the `Policies` property of an `AWS::Serverless::Function`, to be put below its `Properties`. SAM makes inline
 * policies of the function's role of them.
 */
export function renderSam(exported: PolicyExport): string {
  if (exported.documents.length === 0) return `# ${nothingNeeded}\nPolicies: []\n`;
  const documents = exported.documents.map(({ document }) =>
    nodeOfDocument(document, exported.home),
  );
  return writeYaml(record({ Policies: list(documents) }), writeYamlText);
}

const types: Readonly<Record<PolicyTarget, readonly [type: string, principal?: string]>> = {
  managed: ['AWS::IAM::ManagedPolicy'],
  role: ['AWS::IAM::RolePolicy', 'RoleName'],
  user: ['AWS::IAM::UserPolicy', 'UserName'],
  group: ['AWS::IAM::GroupPolicy', 'GroupName'],
};

const pseudoParameters: Readonly<Record<OwnPart, string>> = {
  account: 'AWS::AccountId',
  partition: 'AWS::Partition',
  region: 'AWS::Region',
};

function nodeOfTemplate(exported: PolicyExport): DocumentNode {
  const [, principal] = types[exported.target];
  const policies = namePolicies(exported).map((policy): [string, DocumentNode] => [
    logicalId(policy.name),
    nodeOfPolicy(policy, exported),
  ]);
  return record({
    AWSTemplateFormatVersion: text('2010-09-09'),
    ...(principal !== undefined && {
      Parameters: record({ [principal]: record({ Type: text('String') }) }),
    }),
    Resources: record(Object.fromEntries(policies)),
  });
}

// A managed policy gets its name from CloudFormation: a fixed one would stop a stack from replacing it.
function nodeOfPolicy(
  { name, document }: NamedPolicy,
  { target, home }: PolicyExport,
): DocumentNode {
  const [type, principal] = types[target];
  return record({
    Type: text(type),
    Properties: record({
      ...(principal !== undefined && {
        PolicyName: text(name),
        [principal]: record({ Ref: text(principal) }),
      }),
      PolicyDocument: nodeOfDocument(document, home),
    }),
  });
}

function writeYamlText(pieces: readonly Piece[]): string {
  const sole = soleReference(pieces);
  if (sole !== undefined) return `!Ref ${pseudoParameters[sole]}`;
  return hasReference(pieces) ? `!Sub ${quoteYaml(writeSub(pieces))}` : quoteYaml(writeSub(pieces));
}

function writeJsonText(pieces: readonly Piece[]): string {
  const sole = soleReference(pieces);
  if (sole !== undefined) return `{ "Ref": "${pseudoParameters[sole]}" }`;
  const written = quoteYamlDouble(writeSub(pieces));
  return hasReference(pieces) ? `{ "Fn::Sub": ${written} }` : written;
}

/** In `Fn::Sub` alone, `${!` stands for a literal `${`. */
function writeSub(pieces: readonly Piece[]): string {
  const escapeLiteral = hasReference(pieces)
    ? (literal: string) => literal.replaceAll('${', '${!')
    : (literal: string) => literal;
  return writePieces(pieces, escapeLiteral, (part) => `\${${pseudoParameters[part]}}`);
}

function hasReference(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece !== 'string');
}

/** Logical ids are letters and digits. */
function logicalId(name: string): string {
  return `${toPascalCase(name)}Policy`;
}
