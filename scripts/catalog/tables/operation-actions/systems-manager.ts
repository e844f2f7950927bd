import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from './row.ts';

const node = 'arn:${Partition}:ssm:${Region}:${Account}:managed-instance/${NodeId}';
const instance = 'arn:${Partition}:ec2:${Region}:${Account}:instance/${NodeId}';

const onNodes = (action: string, ids: string): readonly GrantRow[] =>
  [[instance, `virtualMachines(${ids})`] as const, [node, `managedNodes(${ids})`] as const].map(
    ([template, nodes]) => ({ action, when: [nodes], template, bind: { NodeId: nodes } }),
  );

const because = 'may run on every node that the targets in `Targets[]` reach';

// Source: AWS Systems Manager User Guide, "Restrict access to Session Manager" (sessions of EC2 instances, managed nodes
// and tasks): without a document's name none is checked.
const onTarget = (action: string): OperationRow => [
  ...onNodes(action, 'Target'),
  {
    action,
    when: ['ecsTask(Target)'],
    template: 'arn:${Partition}:ecs:${Region}:${Account}:task/${Task}',
    bind: { Task: 'ecsTask(Target)' },
  },
  // What else is taken for a target is not documented: then it may be any node.
  ...['instance', 'managed-instance'].map((type) => ({
    action,
    unless: ['virtualMachines(Target)', 'managedNodes(Target)', 'ecsTask(Target)'],
    types: [type],
    bind: {},
    because: 'names in `Target` what is neither an instance, a managed node nor a task',
  })),
];

// A tag's resource is named by its type and its id.
const tagging = (operation: string): OperationRow => [
  {
    action: `ssm:${operation}`,
    template: 'arn:${Partition}:ssm:${Region}:${Account}:${Resource}',
    bind: { Resource: 'ssmTagged(ResourceType, ResourceId)' },
  },
];

/**
 * Operations of Systems Manager that name nodes, or other resources, in more than one way.
 * Source, unless a row says another: "Actions defined by AWS Systems Manager", Service Authorization Reference, and AWS
 * Systems Manager User Guide, "Setting up Run Command" (restricting by instance and by tag).
 */
export const systemsManagerOperations: OperationRows = {
  ssm: {
    AddTagsToResource: tagging('AddTagsToResource'),
    GetConnectionStatus: onTarget('ssm:GetConnectionStatus'),
    ListTagsForResource: tagging('ListTagsForResource'),
    RemoveTagsFromResource: tagging('RemoveTagsFromResource'),
    SendCommand: [
      { action: 'ssm:SendCommand', types: ['document'] },
      ...onNodes('ssm:SendCommand', 'InstanceIds[], Targets[].Values[]'),
      ...['instance', 'managed-instance'].map((type) => ({
        action: 'ssm:SendCommand',
        when: ['otherTargets(Targets[].Key)'],
        types: [type],
        bind: {},
        because,
      })),
      {
        action: 'ssm:SendCommand',
        when: ['OutputS3BucketName'],
        types: ['bucket'],
        bind: { BucketName: 'OutputS3BucketName' },
        because: 'keeps the output in the bucket in `OutputS3BucketName`',
      },
    ],
    StartSession: [
      { action: 'ssm:StartSession', when: ['DocumentName'], types: ['document'] },
      ...onTarget('ssm:StartSession'),
    ],
  },
};
