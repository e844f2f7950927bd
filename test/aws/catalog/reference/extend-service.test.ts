import { describe, expect, it } from 'vitest';
import type { OperationEntry, ServiceEntry } from '../../../../aws/catalog/entries.ts';
import { extendService } from '../../../../aws/catalog/reference/extend-service.ts';
import type { ServiceReference } from '../../../../aws/catalog/reference/service-reference.ts';
import { type SampleOperation, sampleService } from './support/sample-services.ts';

const thingArn = 'arn:${Partition}:app:${Region}:${Account}:thing/${ThingName}';
const boxArn = 'arn:${Partition}:app:${Region}:${Account}:box/${BoxId}';

const byName: OperationEntry = {
  parameters: { Name: 'body' },
  grants: [
    {
      action: 'app:PutThing',
      resources: [{ type: 'app:thing', required: true, bind: { ThingName: 'Name' } }],
    },
  ],
};

const entry: ServiceEntry = {
  service: 'app-service',
  protocol: 'json',
  resourceTypes: { 'app:thing': thingArn },
  operations: {
    PutThing: byName,
    Unknown: {},
    ByHand: { grants: [{ action: 'app:GetThing', from: 'table' }] },
    Free: { grants: [] },
    PutBox: { grants: [{ action: 'app:POST' }] },
  },
};

/** Lays a reference of `app` with these operations over the service. */
function extend(operations: readonly SampleOperation[], over: Partial<ServiceEntry> = {}) {
  const app = sampleService(
    'app',
    {
      PutThing: { types: ['thing'] },
      WriteThing: { types: ['thing', 'box'] },
      PutBox: { types: ['box', 'nowhere'] },
      GetThing: {},
    },
    operations,
    { thing: [thingArn], box: [boxArn, `${boxArn}/lid`] },
  );
  const references: readonly ServiceReference[] = [app];
  return extendService(
    { ...entry, ...over },
    {
      references,
      findReference: (prefix) => references.find((one) => one.prefix === prefix),
      findSdkServices: (name) => ({ app: ['app-service'], other: ['other-service'] })[name] ?? [],
    },
  );
}

const sdk = ['app'];

describe('extendService', () => {
  it('leaves a service alone that AWS says nothing new of', () => {
    const same = [
      { name: 'PutThing', actions: ['app:PutThing'], sdk },
      { name: 'ByHand', actions: ['app:PutThing'], sdk },
      { name: 'Free', actions: ['app:PutThing'], sdk },
      { name: 'PutBox', actions: ['app:PutBox'], sdk },
      { name: 'Unknown', actions: [], sdk },
    ];
    const { PutBox } = extend(same).operations;
    expect(PutBox).toEqual(entry.operations.PutBox);
    expect(extend(same)).toEqual(entry);
  });

  it('gives an operation without a known action the one that AWS says, as a documented one', () => {
    const { operations, resourceTypes } = extend([
      { name: 'Unknown', actions: ['app:WriteThing'], sdk },
    ]);
    expect(operations.Unknown).toEqual({
      grants: [
        {
          action: 'app:WriteThing',
          resources: [
            { type: 'app:box', required: true },
            { type: 'app:box+', required: true },
            { type: 'app:thing', required: true },
          ],
          from: 'table',
          because: "AWS's service reference names app:WriteThing for it",
        },
      ],
    });
    expect(resourceTypes).toEqual({
      'app:thing': thingArn,
      'app:box': boxArn,
      'app:box+': `${boxArn}/lid`,
    });
  });

  it('lets an operation stay without an action where AWS lists several that are alike', () => {
    const actions = ['app:GetThing', 'app:WriteThing'];
    expect(extend([{ name: 'Unknown', actions, sdk }])).toEqual(entry);
  });

  it('adds no action to one that is known, whatever else AWS lists', () => {
    const actions = ['app:PutThing', 'app:WriteThing', 'app:GetThing'];
    expect(extend([{ name: 'PutThing', actions, sdk }])).toEqual(entry);
  });

  it('replaces an action of the same name that AWS does not list, and keeps what is bound', () => {
    const { operations } = extend([{ name: 'PutThing', actions: ['app:WriteThing'], sdk }]);
    expect(operations.PutThing).toMatchObject({
      parameters: { Name: 'body' },
      grants: [
        {
          action: 'app:WriteThing',
          resources: [
            { type: 'app:box' },
            { type: 'app:box+' },
            { type: 'app:thing', required: true, bind: { ThingName: 'Name' } },
          ],
          from: 'table',
        },
      ],
    });
  });

  it('keeps what only some calls need beside a replaced action', () => {
    const passRole = { action: 'iam:PassRole', when: ['Role'], from: 'table' as const };
    const operations = { PutThing: { grants: [{ action: 'app:PutThing' }, passRole] } };
    const replaced = [{ name: 'PutThing', actions: ['app:GetThing'], sdk }];
    expect(extend(replaced, { operations }).operations.PutThing?.grants).toMatchObject([
      { action: 'app:GetThing' },
      passRole,
    ]);
    const always = { action: 'app:PutThing', from: 'table' as const };
    const byHand = { PutThing: { grants: [{ action: 'app:PutThing' }, always] } };
    expect(extend(replaced, { operations: byHand }).operations).toEqual(byHand);
  });

  it('replaces nothing where the client of the operation is not named', () => {
    expect(extend([{ name: 'PutThing', actions: ['app:WriteThing'] }])).toEqual(entry);
  });

  it("never takes another client's operation", () => {
    const other = { name: 'Unknown', actions: ['app:GetThing'], sdk: ['other'] };
    expect(extend([other])).toEqual(entry);
    const both = extend([other, { name: 'Unknown', actions: ['app:WriteThing'], sdk }]);
    expect(both.operations.Unknown?.grants?.[0]?.action).toBe('app:WriteThing');
  });

  it("prefers the operation with the service's client to one without any", () => {
    const { operations } = extend([
      { name: 'Unknown', actions: ['app:GetThing'] },
      { name: 'Unknown', actions: ['app:WriteThing'], sdk },
    ]);
    expect(operations.Unknown?.grants?.[0]?.action).toBe('app:WriteThing');
  });

  it('adds an operation that the catalog lacks, where its name alone is on the wire', () => {
    const added = [{ name: 'NewThing', actions: ['app:GetThing'], sdk }];
    expect(extend(added).operations.NewThing).toMatchObject({
      grants: [{ action: 'app:GetThing', from: 'table' }],
    });
    expect(extend(added, { protocol: 'rest-json' }).operations.NewThing).toBeUndefined();
    const unnamed = [{ name: 'NewThing', actions: ['app:GetThing'] }];
    expect(extend(unnamed).operations.NewThing).toBeUndefined();
  });

  it('takes names for names, whatever JavaScript calls its own', () => {
    const { operations } = extend([{ name: 'constructor', actions: ['app:GetThing'], sdk }]);
    expect(Object.hasOwn(operations, 'constructor')).toBe(true);
    expect(Object.hasOwn(entry.operations, 'constructor')).toBe(false);
  });

  it('binds an older ARN form of the catalog and a newer one of AWS side by side', () => {
    const old = { 'app:thing': 'arn:${Partition}:app:::thing/${ThingName}' };
    const { resourceTypes } = extend([{ name: 'Unknown', actions: ['app:PutThing'], sdk }], {
      resourceTypes: old,
    });
    expect(resourceTypes).toEqual({ ...old, 'app:thing+': thingArn });
  });
});
