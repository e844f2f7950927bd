import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from './row.ts';

const forms = [
  ['ec2Regional', '${Region}:${Account}:${Resource}'],
  ['ec2WithoutAccount', '${Region}::${Resource}'],
  ['ec2WithoutRegion', ':${Account}:${Resource}'],
  ['ec2Named', '${Region}:${Account}:${Resource}/*'],
  ['ec2Unknown', '${Region}:${Account}:*/${Resource}'],
] as const;

const onResources = (action: string): OperationRow => [
  ...forms.map(([transform, tail]) => ({
    action,
    when: [`${transform}(Resources[])`],
    template: `arn:\${Partition}:ec2:${tail}`,
    bind: { Resource: `${transform}(Resources[])` },
    because: 'sets the tags of the resources in `Resources[]`',
  })),
  { action, unless: ['Resources[]'], types: [], because: 'the resources are not recorded' },
];

/**
 * Tags of EC2 are set on resources of any type by their ids, which tell the type.
 * Source: Amazon EC2 API Reference, CreateTags and DeleteTags.
 */
export const tagsByIdOperations: OperationRows = {
  ec2: {
    CreateTags: onResources('ec2:CreateTags'),
    DeleteTags: onResources('ec2:DeleteTags'),
  },
};
