import { asObject, elementsOf, type JsonObject, kindOf } from '../json-value.ts';
import type { DocumentNote } from '../policy-document.ts';
import type { PolicyAttachment, PolicyFile, PolicySource } from './policy-source.ts';
import { type PseudoParameters, resolveIntrinsics } from './resolve-intrinsics.ts';

interface Place {
  /** `template.yaml: Resources.Role.Properties`. */
  readonly name: string;
  /** The resource's logical id. */
  readonly owner: string;
  readonly notes: DocumentNote[];
  readonly pseudo: PseudoParameters;
}

type ReadResource = (properties: JsonObject, place: Place) => readonly PolicySource[];

const inline = (entity: 'role' | 'user' | 'group', owner: string): PolicyAttachment => ({
  kind: 'inline',
  entity,
  owner,
});

const listed =
  (entity: 'role' | 'user' | 'group'): ReadResource =>
  ({ Policies, ManagedPolicyArns }, place) => {
    noteManaged(ManagedPolicyArns, place);
    return elementsOf(Policies).flatMap((one, at) =>
      sourceOf(
        asObject(one)?.PolicyDocument,
        `Policies[${at}]`,
        place,
        inline(entity, place.owner),
      ),
    );
  };

const attached =
  (entity: 'role' | 'user' | 'group'): ReadResource =>
  ({ PolicyDocument }, place) =>
    sourceOf(PolicyDocument, 'PolicyDocument', place, inline(entity, place.owner));

/**
 * The resources that hold identity policies.
 * Sources: AWS CloudFormation Template Reference, AWS::IAM; AWS SAM Developer Guide, `Policies`.
 */
const resourceTypes: Readonly<Record<string, ReadResource>> = {
  'AWS::IAM::ManagedPolicy': ({ PolicyDocument }, place) =>
    sourceOf(PolicyDocument, 'PolicyDocument', place, { kind: 'managed' }),
  'AWS::IAM::Policy': (properties, place) => attached(entityOf(properties))(properties, place),
  'AWS::IAM::RolePolicy': attached('role'),
  'AWS::IAM::UserPolicy': attached('user'),
  'AWS::IAM::GroupPolicy': attached('group'),
  'AWS::IAM::Role': listed('role'),
  'AWS::IAM::User': listed('user'),
  'AWS::IAM::Group': listed('group'),
  'AWS::Serverless::Function': readSam,
  'AWS::Serverless::StateMachine': readSam,
};

/**
 * Finds the policies in a CloudFormation or SAM template. What is known only at deployment becomes `*`, but for the given
 * pseudo parameters.
 */
export function readCloudformation(
  template: JsonObject,
  file: string,
  pseudo: PseudoParameters = {},
): PolicyFile {
  const notes: DocumentNote[] = [];
  const resources = Object.entries(asObject(template.Resources) ?? {});
  const sources = resources.flatMap(([owner, value]) => {
    const { Type, Properties } = asObject(value) ?? {};
    const read =
      typeof Type === 'string' && Object.hasOwn(resourceTypes, Type)
        ? resourceTypes[Type]
        : undefined;
    const name = `${file}: Resources.${owner}.Properties`;
    return read?.(asObject(Properties) ?? {}, { name, owner, notes, pseudo }) ?? [];
  });
  return { sources, notes };
}

function entityOf({ Users, Groups }: JsonObject): 'role' | 'user' | 'group' {
  if (Users !== undefined) return 'user';
  return Groups === undefined ? 'role' : 'group';
}

/** A policy of the template is read where it stands; what is known by its ARN alone is not. */
function noteManaged(arns: unknown, { name, notes, pseudo }: Place): void {
  for (const [at, one] of elementsOf(arns).entries()) {
    const arn = resolveIntrinsics(one, name, pseudo).value;
    if (typeof arn !== 'string' || arn === '*') continue;
    const where = `${name}.ManagedPolicyArns[${at}]`;
    notes.push({ where, message: `\`${arn}\` is not read: only statements written here are` });
  }
}

function readSam({ Policies }: JsonObject, place: Place): readonly PolicySource[] {
  const list = Policies === undefined ? [] : [Policies].flat();
  return list.flatMap((one, at) => {
    const policy = asObject(one);
    if (policy?.Statement !== undefined) {
      return sourceOf(policy, `Policies[${at}]`, place, inline('role', place.owner));
    }
    const [template] = Object.keys(policy ?? {});
    const what = template === undefined ? kindOf(one) : `\`${template}\``;
    const message = `${typeof one === 'string' ? `\`${one}\`` : what} is not read: only statements written here are`;
    place.notes.push({ where: `${place.name}.Policies[${at}]`, message });
    return [];
  });
}

function sourceOf(
  document: unknown,
  path: string,
  { name, notes, pseudo }: Place,
  attachment: PolicyAttachment,
): readonly PolicySource[] {
  if (document === undefined) return [];
  const resolved = resolveIntrinsics(document, `${name}.${path}`, pseudo);
  notes.push(...resolved.notes);
  const hasUnknownParts = resolved.notes.length > 0;
  return [
    {
      name: `${name}.${path}`,
      document: resolved.value,
      attachment,
      hasUnknownParts,
      problems: [],
    },
  ];
}
