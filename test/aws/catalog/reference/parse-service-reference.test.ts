import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseServiceReference } from '../../../../aws/catalog/reference/parse-service-reference.ts';
import { sqs } from './support/sample-services.ts';

function parseWith(change: object) {
  return () => parseServiceReference({ ...sqs, ...change }, 'sqs');
}

describe('parseServiceReference', () => {
  it('reads actions with their levels, resource types, condition keys and operations', () => {
    const { actions, resourceTypes, conditionKeys, operations } = parseServiceReference(sqs, 'sqs');
    expect(actions.get('SendMessage')).toEqual({
      level: 'Write',
      resourceTypes: ['queue'],
      conditionKeys: ['aws:ResourceTag/${TagKey}'],
    });
    expect([...actions].map(([name, { level }]) => `${name} ${level}`)).toEqual([
      'SendMessage Write',
      'ListQueues List',
      'TagQueue Tagging',
      'AddPermission Permissions management',
      'GetQueueUrl Read',
    ]);
    expect(resourceTypes.get('queue')?.arnFormats).toEqual([
      'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}',
    ]);
    expect([...conditionKeys]).toEqual([['aws:ResourceTag/${TagKey}', 'String']]);
    expect(operations).toEqual([
      {
        name: 'SendMessageBatch',
        sdkNames: ['sqs'],
        actions: [{ service: 'sqs', name: 'SendMessage', hasContext: false }],
      },
      { name: 'ListQueues', sdkNames: ['sqs'], actions: [] },
    ]);
  });

  it('takes an action of which AWS does not say the level for one that changes something', () => {
    const { actions } = parseServiceReference({ Name: 'sqs', Actions: [{ Name: 'A' }] }, 'sqs');
    expect(actions.get('A')?.level).toBe('Write');
  });

  it('knows a condition value with an action: the role is passed to a service', () => {
    const action = { Name: 'PassRole', Service: 'iam', Context: { 'iam:PassedToService': ['x'] } };
    const { operations } = parseWith({
      Operations: [{ Name: 'A', AuthorizedActions: [action] }],
    })();
    expect(operations[0]?.actions[0]?.hasContext).toBe(true);
  });

  it.each<[string, object, string]>([
    ['a name of another service', { Name: 'sns' }, '`Name` of `sqs` is not its service prefix'],
    ['a version of another form', { Version: 'v2.0' }, '`Version` of `sqs`'],
    ['actions that are no list', { Actions: {} }, 'is not a list'],
    ['an action that is a wildcard', { Actions: [{ Name: '*' }] }, 'the name of an action'],
    ['an action without a name', { Actions: [{}] }, 'the name of an action of `sqs`'],
    ['an action that is there twice', { Actions: [{ Name: 'A' }, { Name: 'A' }] }, 'there once'],
    [
      'an ARN that is none',
      { Resources: [{ Name: 'queue', ARNFormats: ['*'] }] },
      'an ARN format of resource type of `sqs` `queue`',
    ],
    [
      'an operation that asks for a wildcard',
      { Operations: [{ Name: 'A', AuthorizedActions: [{ Name: 'Get*', Service: 'sqs' }] }] },
      '`Name` of an action of operation of `sqs` `A`',
    ],
    ['an operation that is a text', { Operations: ['A'] }, 'an operation of `sqs`'],
  ])('refuses %s', (_name, change, message) => {
    expect(parseWith(change)).toThrow(expect.objectContaining({ code: 'E_UPSTREAM' }));
    expect(parseWith(change)).toThrow(message);
  });

  it('refuses or takes any JSON, and fails in no other way', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (actions, operations) => {
        const value = { Name: 'sqs', Actions: actions, Operations: operations };
        try {
          parseServiceReference(value, 'sqs');
        } catch (error) {
          expect(error).toMatchObject({ code: 'E_UPSTREAM' });
        }
      }),
    );
  });
});
