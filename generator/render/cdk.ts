import type { PolicyStatement } from '../../iam/policy.ts';
import type { Home } from '../find-home.ts';
import { toPascalCase } from '../pascal-case.ts';
import type { PolicyTarget } from '../split/policy-limits.ts';
import { type DocumentNode, list, nodeOfStatement, record, text } from './document-node.ts';
import { ownPartsOf } from './own-scope.ts';
import {
  type NamedPolicy,
  namePolicies,
  nothingNeeded,
  type PolicyExport,
  textsOf,
} from './policy-export.ts';
import { quoteTypeScript, toVariableName, writeTypeScript } from './typescript-text.ts';

/**
 * Returns a TypeScript module for the AWS CDK (`aws-cdk-lib` 2): a function that makes the policies in a scope. Account,
 * region and partition are those of the scope's stack.
 */
export function renderCdk(exported: PolicyExport): string {
  if (exported.documents.length === 0) return `// ${nothingNeeded}\nexport {};\n`;
  const [construct, principal] = constructs[exported.target];
  const parts = [...ownPartsOf(textsOf(exported))].sort();
  const policies = namePolicies(exported).map((policy) => renderPolicy(policy, exported));
  const imported = [...(principal ? [`type ${principal.type}`] : []), construct, 'PolicyStatement'];
  const parameters = [
    'scope: Construct',
    ...(principal ? [`${principal.name}: ${principal.type}`] : []),
  ].join(', ');
  const lines = [
    ...(parts.length === 0 ? [] : ["import { Stack } from 'aws-cdk-lib';"]),
    `import { ${imported.join(', ')} } from 'aws-cdk-lib/aws-iam';`,
    "import type { Construct } from 'constructs';",
    '',
    `export function ${toVariableName(exported.name)}Policies(${parameters}): ${construct}[] {`,
    ...(parts.length === 0 ? [] : [`  const { ${parts.join(', ')} } = Stack.of(scope);`]),
    '  return [',
    ...policies,
    '  ];',
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

interface Principal {
  readonly name: string;
  readonly type: string;
}

const constructs: Readonly<Record<PolicyTarget, readonly [construct: string, Principal?]>> = {
  managed: ['ManagedPolicy'],
  role: ['Policy', { name: 'role', type: 'IRole' }],
  user: ['Policy', { name: 'user', type: 'IUser' }],
  group: ['Policy', { name: 'group', type: 'IGroup' }],
};

function renderPolicy({ name, document }: NamedPolicy, { target, home }: PolicyExport): string {
  const [construct, principal] = constructs[target];
  const id = quoteTypeScript(`${toPascalCase(name)}Policy`);
  const inline = principal
    ? [
        `      policyName: ${quoteTypeScript(name)},`,
        `      ${principal.name}s: [${principal.name}],`,
      ]
    : [];
  const lines = [
    `    new ${construct}(scope, ${id}, {`,
    ...inline,
    '      statements: [',
    ...document.Statement.map((statement) => renderStatement(statement, home)),
    '      ],',
    '    }),',
  ];
  return lines.join('\n');
}

function renderStatement(statement: PolicyStatement, home: Home): string {
  const indent = '        ';
  return `${indent}new PolicyStatement(${writeTypeScript(propsOf(statement, home), '', indent)}),`;
}

// A statement allows unless it says otherwise.
function propsOf(statement: PolicyStatement, home: Home): DocumentNode {
  const { resources, conditions } = nodeOfStatement(statement, home);
  return record({
    sid: text(statement.Sid),
    actions: list(statement.Action.map(text)),
    resources,
    ...(conditions !== undefined && { conditions }),
  });
}
