import type { Home } from '../../../generator/find-home.ts';
import type { PolicyDocument } from '../../../iam/policy.ts';
import { asRecord, asText } from '../../scenarios/read-scenarios.ts';

/** Returns the policy documents of a parsed template, with its intrinsic functions resolved as CloudFormation does it. */
export function readTemplate(template: unknown, home: Home): readonly PolicyDocument[] {
  const resources = asRecord(asRecord(template, 'the template').Resources, 'Resources');
  return Object.values(resources).flatMap((resource) => {
    const { PolicyDocument, Policies } = asRecord(
      asRecord(resource, 'a resource').Properties,
      'Properties',
    );
    const documents = Array.isArray(Policies) ? Policies : [PolicyDocument];
    return documents.map((document) => withLists(resolve(document, home)));
  });
}

/** A list of one may be written without its brackets. */
function withLists(document: unknown): PolicyDocument {
  const { Version, Statement } = asRecord(document, 'a policy document');
  const statements = listOf(Statement).map((one) => {
    const statement = asRecord(one, 'a statement');
    return { ...statement, Action: listOf(statement.Action), Resource: listOf(statement.Resource) };
  });
  return JSON.parse(JSON.stringify({ Version, Statement: statements }));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function resolve(value: unknown, home: Home): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => resolve(item, home));
  const entries = Object.entries(value);
  const [[name, argument] = ['', '']] = entries;
  if (name === 'Ref') return pseudoParameter(asText(argument, 'Ref'), home);
  if (name === 'Fn::Sub') {
    return asText(argument, 'Fn::Sub').replaceAll(/\$\{([^}]*)\}/g, (_, inner: string) =>
      inner.startsWith('!') ? `\${${inner.slice(1)}}` : pseudoParameter(inner, home),
    );
  }
  if (name === 'Fn::Join') {
    const [separator, parts] = listOf(argument);
    return listOf(resolve(parts, home)).join(asText(separator, 'Fn::Join'));
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, home)]));
}

function pseudoParameter(name: string, { partition, region, account }: Home): string {
  const value = {
    'AWS::AccountId': account,
    'AWS::Partition': partition,
    'AWS::Region': region,
  }[name];
  if (value === undefined) throw new Error(`the template refers to \`${name}\``);
  return value;
}
