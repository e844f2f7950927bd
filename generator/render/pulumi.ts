import type { PolicyDocument, PolicyStatement } from '../../iam/policy.ts';
import type { Home } from '../find-home.ts';
import type { PolicyTarget } from '../split/policy-limits.ts';
import {
  type DocumentNode,
  list,
  nodeOfDocument,
  nodeOfStatement,
  record,
  text,
} from './document-node.ts';
import { type OwnPart, ownPartsOf, piecesOfValue } from './own-scope.ts';
import {
  conditionsOf,
  type NamedPolicy,
  namePolicies,
  nothingNeeded,
  type PolicyExport,
  textsOf,
} from './policy-export.ts';
import { holdsProviderVariable } from './provider-variable.ts';
import { quoteTypeScript, toVariableName, writeTypeScript } from './typescript-text.ts';

/**
 * Returns a TypeScript module for Pulumi (`@pulumi/aws` 7): a function that makes the policies. Account, region and
 * partition are those that the provider is set up for.
 */
export function renderPulumi(exported: PolicyExport): string {
  if (exported.documents.length === 0) return `// ${nothingNeeded}\nexport {};\n`;
  const [type, principal] = types[exported.target];
  const parts = [...ownPartsOf(textsOf(exported))].sort();
  const policies = namePolicies(exported);
  const isTagged =
    parts.length > 0 || policies.some(({ document }) => holdsProviderVariable(document));
  const parameter = principal === undefined ? '' : `${principal}: pulumi.Input<string>`;
  const lines = [
    "import * as aws from '@pulumi/aws';",
    ...(isTagged || principal ? ["import * as pulumi from '@pulumi/pulumi';"] : []),
    '',
    `export function ${toVariableName(exported.name)}Policies(${parameter}): aws.iam.${type}[] {`,
    ...parts.map((part) => `  const ${part} = ${sources[part]};`),
    '  return [',
    ...policies.map((policy) => renderPolicy(policy, exported)),
    '  ];',
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const sources: Readonly<Record<OwnPart, string>> = {
  account: 'aws.getCallerIdentityOutput().accountId',
  partition: 'aws.getPartitionOutput().partition',
  region: 'aws.getRegionOutput().region',
};

const types: Readonly<Record<PolicyTarget, readonly [type: string, principal?: string]>> = {
  managed: ['Policy'],
  role: ['RolePolicy', 'role'],
  user: ['UserPolicy', 'user'],
  group: ['GroupPolicy', 'group'],
};

const tag = 'pulumi.interpolate';

function renderPolicy({ name, document }: NamedPolicy, { target, home }: PolicyExport): string {
  const [type, principal] = types[target];
  const lines = [
    `    new aws.iam.${type}(${quoteTypeScript(name)}, {`,
    ...(principal === undefined ? [] : [`      ${principal},`]),
    `      policy: ${renderDocument(document, home)},`,
    '    }),',
  ];
  return lines.join('\n');
}

function renderDocument(document: PolicyDocument, home: Home): string {
  const indent = '      ';
  if (holdsProviderVariable(document)) {
    return `pulumi.jsonStringify(${writeTypeScript(nodeOfDocument(document, home), tag, indent)})`;
  }
  const statements = list(document.Statement.map((statement) => argsOf(statement, home)));
  const args = writeTypeScript(record({ statements }), tag, indent);
  return `aws.iam.getPolicyDocumentOutput(${args}).json`;
}

function argsOf(statement: PolicyStatement, home: Home): DocumentNode {
  const conditions = conditionsOf(statement).map(({ operator, key, values }) =>
    record({
      test: text(operator),
      variable: text(key),
      values: list(values.map((one) => ({ kind: 'text', pieces: piecesOfValue(key, one, home) }))),
    }),
  );
  return record({
    sid: text(statement.Sid),
    effect: text(statement.Effect),
    actions: list(statement.Action.map(text)),
    resources: nodeOfStatement(statement, home).resources,
    ...(conditions.length > 0 && { conditions: list(conditions) }),
  });
}
