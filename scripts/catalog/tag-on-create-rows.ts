import { findTagKeys } from './find-tags.ts';
import type { WireOperation, WireService } from './model.ts';
import type { IamAction, IamService } from './sources/iam-data.ts';
import type { ConditionRow, GrantRow } from './tables/operation-actions/row.ts';
import { createdTypes, tagOnCreate, tagPaths, untagged } from './tables/tag-on-create.ts';
import { offerTags } from './tagging-conditions.ts';

/**
 * Returns the grant that an operation needs where its request carries tags for what it creates: the tagging action on
 * the created resource. `ownAction` is the action that the operation is known by.
 */
export function tagOnCreateRows(
  service: WireService,
  operation: WireOperation,
  ownAction: string | undefined,
  iam: ReadonlyMap<string, IamService>,
): readonly GrantRow[] {
  if (untagged[service.id]?.includes(operation.name) === true) return [];
  const entry = tagOnCreate[service.id];
  const action = typeof entry === 'string' ? entry : entry?.[operation.name];
  const tags = tagPaths[service.id]?.[operation.name] ?? findTagKeys(operation);
  if (action === undefined || tags === undefined || action === ownAction) return [];
  const tagging = findAction(action, iam);
  const offered = offerTags(tagging, tags);
  const row = {
    action,
    when: [tags],
    ...conditionsOf(action, tagging, operation.name),
    ...(offered && { offered }),
    because: `tags what ${operation.name} creates`,
    from: 'table' as const,
  };
  if (action === 'ec2:CreateTags') return ec2Rows(row, tags);
  const own = ownAction === undefined ? undefined : findAction(ownAction, iam);
  const listed = createdTypes[service.id]?.[operation.name];
  const types = listed ?? findCreated(operation, tagging, own);
  return [{ ...row, ...((listed !== undefined || types.length > 0) && { types }) }];
}

function findAction(action: string, iam: ReadonlyMap<string, IamService>): IamAction | undefined {
  const [prefix = '', name = ''] = action.split(':');
  return iam.get(prefix)?.actions.get(name.toLowerCase());
}

// Services that have the key always send the operation that creates.
function conditionsOf(
  action: string,
  tagging: IamAction | undefined,
  operation: string,
): { readonly conditions?: ConditionRow } {
  const key = `${action.split(':')[0]}:CreateAction`;
  return tagging?.conditionKeys.includes(key) === true
    ? { conditions: { StringEquals: { [key]: [operation] } } }
    : {};
}

// The type that the operation is named after, else those that AWS always checks the creation on. Empty where neither
// says it: then the request itself must name one.
function findCreated(
  operation: WireOperation,
  tagging: IamAction | undefined,
  own: IamAction | undefined,
): readonly string[] {
  const types = tagging?.resourceTypes.map(({ name }) => name) ?? [];
  const noun = normalise(operation.name.replace(/^[A-Z][a-z]+/, ''));
  const isNamed = (name: string) => `${noun}s`.endsWith(name) || noun.endsWith(name);
  const [named] = types
    .filter(
      (type) => isNamed(normalise(type)) || isNamed(normalise(type.replace(/\BResource$/, ''))),
    )
    .sort((a, b) => b.length - a.length);
  if (named !== undefined) return [named];
  const created = own?.resourceTypes.filter(({ required }) => required) ?? [];
  return created.map(({ name }) => name).filter((name) => types.includes(name));
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * The created resources have no id yet, but the request says their types.
 * Source: Amazon EC2 User Guide, "Grant permission to tag Amazon EC2 resources during creation"; the ARN templates of
 * "Resource types defined by Amazon EC2".
 */
function ec2Rows(row: GrantRow, tags: string): readonly GrantRow[] {
  const types = tags.replace('Tags[].Key', 'ResourceType');
  const forms = [
    ['regionalType', '${Region}:${Account}'],
    ['typeWithoutAccount', '${Region}:'],
    ['typeWithoutRegion', ':${Account}'],
  ] as const;
  return forms.map(([transform, place]) => ({
    ...row,
    when: [`${transform}(${types}, ${tags})`],
    template: `arn:\${Partition}:ec2:${place}:\${ResourceType}/\${ResourceId}`,
    bind: { ResourceType: `${transform}(${types}, ${tags})` },
  }));
}
