import { asObject, elementsOf, type JsonObject } from '../json-value.ts';
import type { DocumentNote } from '../policy-document.ts';
import type { PolicyAttachment, PolicyFile, PolicySource } from './policy-source.ts';

interface Resource {
  readonly address: string;
  readonly mode: unknown;
  readonly type: string;
  readonly values: JsonObject;
}

const inline =
  (entity: 'role' | 'user' | 'group') =>
  (values: JsonObject): PolicyAttachment => ({
    kind: 'inline',
    entity,
    owner: String(values[entity] ?? values.name ?? ''),
  });

/** The resources whose `policy` is an identity policy. Source: Terraform Registry, hashicorp/aws. */
const policyTypes: Readonly<Record<string, (values: JsonObject) => PolicyAttachment>> = {
  aws_iam_policy: () => ({ kind: 'managed' }),
  aws_iam_role_policy: inline('role'),
  aws_iam_user_policy: inline('user'),
  aws_iam_group_policy: inline('group'),
};

/**
 * Finds the policies in what `terraform show -json` prints of a plan or a state: IAM policies, inline policies of
 * roles, and policy documents (data) that no resource of the plan has.
 * Source: Terraform documentation, "JSON Output Format".
 */
export function readTerraform(value: JsonObject, file: string): PolicyFile {
  const notes: DocumentNote[] = [];
  const planned = asObject(value.planned_values) ?? asObject(value.values);
  const resources = resourcesOf(asObject(planned?.root_module));
  const before = asObject(asObject(value.prior_state)?.values)?.root_module;
  const data = [...resources, ...resourcesOf(asObject(before))];
  const found = resources.flatMap((resource) => policiesOf(resource, file, notes));
  const known = new Set(found.map(({ document }) => JSON.stringify(document)));
  const documents = data
    .filter(({ mode, type }) => mode === 'data' && type === 'aws_iam_policy_document')
    .flatMap((resource) => documentOf(resource, file))
    .filter(({ document }) => !known.has(JSON.stringify(document)));
  return { sources: [...found, ...documents], notes };
}

function resourcesOf(module: JsonObject | undefined): readonly Resource[] {
  if (module === undefined) return [];
  const own = elementsOf(module.resources).flatMap((one) => {
    const { address, mode, type, values } = asObject(one) ?? {};
    if (typeof address !== 'string' || typeof type !== 'string') return [];
    return [{ address, mode, type, values: asObject(values) ?? {} }];
  });
  const inner = elementsOf(module.child_modules).flatMap((one) => resourcesOf(asObject(one)));
  return [...own, ...inner];
}

function policiesOf(
  resource: Resource,
  file: string,
  notes: DocumentNote[],
): readonly PolicySource[] {
  const { address, type, values } = resource;
  const attachmentOf = Object.hasOwn(policyTypes, type) ? policyTypes[type] : undefined;
  if (attachmentOf !== undefined) {
    const source = sourceOf(`${file}: ${address}`, values.policy, attachmentOf(values));
    if (source === undefined) notes.push({ where: `${file}: ${address}`, message: notYetKnown });
    return source === undefined ? [] : [source];
  }
  noteManaged(resource, file, notes);
  if (type !== 'aws_iam_role') return [];
  const attachment: PolicyAttachment = {
    kind: 'inline',
    entity: 'role',
    owner: String(values.name ?? address),
  };
  return elementsOf(values.inline_policy).flatMap((one) => {
    const { name, policy } = asObject(one) ?? {};
    const where = `${file}: ${address}.inline_policy[${String(name)}]`;
    // An empty policy is what a role without inline policies has; one that is lacking is not known yet.
    if (policy === undefined && typeof name === 'string')
      notes.push({ where, message: notYetKnown });
    return sourceOf(where, policy, attachment) ?? [];
  });
}

/** Policies of AWS are known by their ARN alone; those of the plan are read where they stand. */
function noteManaged(
  { address, type, values }: Resource,
  file: string,
  notes: DocumentNote[],
): void {
  if (!type.startsWith('aws_iam_')) return;
  const arns = [values.policy_arn, ...elementsOf(values.managed_policy_arns)];
  for (const arn of arns) {
    if (typeof arn !== 'string' || !/^arn:[^:]*:iam::aws:policy\//.test(arn)) continue;
    const message = `\`${arn}\` is not read: only policies of the plan are`;
    notes.push({ where: `${file}: ${address}`, message });
  }
}

const notYetKnown = 'its policy is known only after it has been applied';

/** Trust policies and policies of resources are documents too; only identity policies have no principal. */
function documentOf({ address, values }: Resource, file: string): readonly PolicySource[] {
  const source = sourceOf(`${file}: ${address}`, values.json, undefined);
  const statements = elementsOf([asObject(source?.document)?.Statement].flat());
  const isIdentity = statements.every((one) => asObject(one)?.Principal === undefined);
  return source !== undefined && isIdentity ? [source] : [];
}

function sourceOf(
  name: string,
  policy: unknown,
  attachment: PolicyAttachment | undefined,
): PolicySource | undefined {
  if (typeof policy !== 'string' || policy === '') return undefined;
  return { name, document: parse(policy), attachment, hasUnknownParts: false, problems: [] };
}

/** What is no JSON is handed on as it is: the policy parser then says what it found instead of an object. */
function parse(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return policy;
  }
}
