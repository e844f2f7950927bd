import { describe, expect, it } from 'vitest';
import { extendIamService } from '../../../../aws/catalog/reference/extend-iam-service.ts';
import { parseServiceReference } from '../../../../aws/catalog/reference/parse-service-reference.ts';
import { sqs } from './support/sample-services.ts';

const reference = parseServiceReference(sqs, 'sqs');

describe('extendIamService', () => {
  it('says all of a service that the catalog does not know', () => {
    const { actions, resourceTypes, conditionKeys } = extendIamService(undefined, reference);
    expect(Object.keys(actions)).toEqual([
      'AddPermission',
      'GetQueueUrl',
      'ListQueues',
      'SendMessage',
      'TagQueue',
    ]);
    expect(actions.SendMessage).toEqual({
      level: 'Write',
      resourceTypes: ['queue'],
      conditionKeys: ['aws:ResourceTag/${TagKey}'],
    });
    expect(actions.ListQueues).toEqual({ level: 'List' });
    expect(resourceTypes).toEqual({
      queue: { arn: 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}' },
    });
    expect(conditionKeys).toEqual({ 'aws:ResourceTag/${TagKey}': 'String' });
  });

  it('adds what is new and leaves what is known, however it is spelled', () => {
    const known = {
      actions: { sendMessage: { level: 'Read' }, Zap: { level: 'Write' } },
      resourceTypes: { queue: { arn: 'arn:${Partition}:sqs:::old' } },
      conditionKeys: {},
    };
    const { actions, resourceTypes } = extendIamService(known, reference);
    expect(resourceTypes).toEqual(known.resourceTypes);
    expect(actions).toMatchObject(known.actions);
    expect(Object.keys(actions)).toEqual([
      'AddPermission',
      'GetQueueUrl',
      'ListQueues',
      'TagQueue',
      'Zap',
      'sendMessage',
    ]);
  });
});
