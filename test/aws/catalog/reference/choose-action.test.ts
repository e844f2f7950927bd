import { describe, expect, it } from 'vitest';
import { chooseAction } from '../../../../aws/catalog/reference/choose-action.ts';
import { type SampleOperation, sampleService } from './support/sample-services.ts';

const services = [
  sampleService('app', {
    GetThing: {},
    PutThing: {},
    PutThingLock: {},
    TagResource: { level: 'Tagging' },
  }),
  sampleService('other', { GetThing: {}, Invoke: {} }),
  sampleService('iam', { PassRole: {} }),
];

function choose(name: string, ...actions: SampleOperation['actions']): string | undefined {
  const operation = sampleService('app', {}, [{ name, actions }]).operations[0];
  if (operation === undefined) throw new Error('no operation');
  const find = (prefix: string) => services.find((service) => service.prefix === prefix);
  const action = chooseAction(operation, 'app', find);
  return action && `${action.service}:${action.name}`;
}

describe('chooseAction', () => {
  it.each<[string, string | undefined, string, readonly string[]]>([
    ['the only action', 'app:GetThing', 'BatchGetThings', ['app:GetThing']],
    [
      'the action of its own name among others',
      'app:PutThing',
      'PutThing',
      ['app:GetThing', 'app:PutThing', 'app:PutThingLock'],
    ],
    ['its own name however spelled', 'app:PutThing', 'putThing', ['app:PutThing', 'app:GetThing']],
    [
      'its own name in its own service',
      'app:GetThing',
      'GetThing',
      ['other:GetThing', 'app:GetThing'],
    ],
    ['the tagging action of its own name', 'app:TagResource', 'TagResource', ['app:TagResource']],
    [
      'the one beside tagging, a passed role and other services',
      'app:PutThing',
      'MakeThing',
      ['app:PutThing', 'app:TagResource', 'iam:PassRole +', 'other:Invoke'],
    ],
    [
      'the one beside a passed role, both of other services',
      'other:Invoke',
      'CallThing',
      ['iam:PassRole +', 'other:Invoke'],
    ],
    ['the only one, of another service', 'other:Invoke', 'CallThing', ['other:Invoke']],
    [
      'one that is listed for two values of a key',
      'iam:PassRole',
      'PassRole',
      ['iam:PassRole +', 'iam:PassRole +'],
    ],
    ['nothing of two that are alike', undefined, 'MoveThing', ['app:GetThing', 'app:PutThing']],
    ['nothing of tagging alone', undefined, 'MakeThing', ['app:TagResource']],
    ['nothing that no service has', undefined, 'MakeThing', ['app:Unheard', 'unknown:GetThing']],
    ['the one that a service has', 'app:GetThing', 'MakeThing', ['app:GetThing', 'app:Unheard']],
  ])('takes %s', (_name, expected, name, actions) => {
    expect(choose(name, ...actions)).toBe(expected);
  });
});
