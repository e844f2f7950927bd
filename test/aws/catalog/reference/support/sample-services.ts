import { parseServiceReference } from '../../../../../aws/catalog/reference/parse-service-reference.ts';
import type { ServiceReference } from '../../../../../aws/catalog/reference/service-reference.ts';

/** A service as AWS's reference describes it: SQS, with what AWS says for other tools. */
export const sqs = {
  Name: 'sqs',
  Actions: [
    {
      Name: 'SendMessage',
      ActionConditionKeys: ['aws:ResourceTag/${TagKey}'],
      Annotations: {
        Properties: {
          IsList: false,
          IsPermissionManagement: false,
          IsTaggingOnly: false,
          IsWrite: true,
        },
      },
      Resources: [{ Name: 'queue' }],
      SupportedBy: { 'IAM Action Last Accessed': true },
    },
    { Name: 'ListQueues', Annotations: { Properties: { IsList: true } } },
    { Name: 'TagQueue', Annotations: { Properties: { IsTaggingOnly: true, IsWrite: true } } },
    { Name: 'AddPermission', Annotations: { Properties: { IsPermissionManagement: true } } },
    { Name: 'GetQueueUrl', Annotations: { Properties: {} } },
  ],
  ConditionKeys: [{ Name: 'aws:ResourceTag/${TagKey}', Types: ['String'] }],
  Operations: [
    {
      Name: 'SendMessageBatch',
      AuthorizedActions: [{ Name: 'SendMessage', Service: 'sqs' }],
      SDK: [{ Name: 'sqs', Method: 'send_message_batch', Package: 'Boto3' }],
    },
    { Name: 'ListQueues', SDK: [{ Name: 'sqs', Method: 'list_queues', Package: 'Boto3' }] },
  ],
  Resources: [
    { Name: 'queue', ARNFormats: ['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}'] },
  ],
  Version: 'v1.4',
};

/** One operation of a made-up reference. */
export interface SampleOperation {
  readonly name: string;
  /** `prefix:Name`, followed by ` +` where AWS names the value of a condition key with it. */
  readonly actions: readonly string[];
  readonly sdk?: readonly string[];
}

/** Returns a reference with these actions, each with its level where it is not `Read`, and operations. */
export function sampleService(
  prefix: string,
  actions: Readonly<Record<string, { readonly level?: 'Tagging'; readonly types?: string[] }>>,
  operations: readonly SampleOperation[] = [],
  resourceTypes: Readonly<Record<string, string[]>> = {},
): ServiceReference {
  return parseServiceReference(sampleJson(prefix, actions, operations, resourceTypes), prefix);
}

/** The same as AWS's JSON. */
export function sampleJson(
  prefix: string,
  actions: Readonly<Record<string, { readonly level?: 'Tagging'; readonly types?: string[] }>>,
  operations: readonly SampleOperation[] = [],
  resourceTypes: Readonly<Record<string, string[]>> = {},
): { readonly Name: string; readonly [field: string]: unknown } {
  return {
    Name: prefix,
    Actions: Object.entries(actions).map(([Name, { level, types = [] }]) => ({
      Name,
      Annotations: { Properties: { IsTaggingOnly: level === 'Tagging' } },
      Resources: types.map((type) => ({ Name: type })),
    })),
    Resources: Object.entries(resourceTypes).map(([Name, ARNFormats]) => ({ Name, ARNFormats })),
    Operations: operations.map(({ name, actions: listed, sdk = [] }) => ({
      Name: name,
      SDK: sdk.map((Name) => ({ Name, Method: 'method', Package: 'Boto3' })),
      AuthorizedActions: listed.map((action) => {
        const [Service = '', Name = ''] = action.replace(' +', '').split(':');
        const context = { Context: { 'iam:PassedToService': ['x.amazonaws.com'] } };
        return { Service, Name, ...(action.endsWith(' +') && context) };
      }),
    })),
  };
}
