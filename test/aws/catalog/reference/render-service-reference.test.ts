import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseServiceReference } from '../../../../aws/catalog/reference/parse-service-reference.ts';
import { renderServiceReference } from '../../../../aws/catalog/reference/render-service-reference.ts';
import { sqs } from './support/sample-services.ts';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,12}$/);
const flags = fc.record({
  IsList: fc.boolean(),
  IsPermissionManagement: fc.boolean(),
  IsTaggingOnly: fc.boolean(),
  IsWrite: fc.boolean(),
});

const anyService = fc.record({
  Name: fc.constant('any'),
  Actions: fc.uniqueArray(
    fc.record({
      Name: name,
      ActionConditionKeys: fc.array(name),
      Annotations: fc.record({ Properties: flags }),
      Resources: fc.array(fc.record({ Name: name })),
    }),
    { selector: ({ Name }) => Name },
  ),
  Operations: fc.array(
    fc.record(
      {
        Name: name,
        SDK: fc.array(fc.record({ Name: name, Method: name, Package: name })),
        AuthorizedActions: fc.array(
          fc.record(
            { Name: name, Service: fc.constantFrom('any', 'iam'), Context: fc.constant({}) },
            { requiredKeys: ['Name', 'Service'] },
          ),
        ),
      },
      { requiredKeys: ['Name'] },
    ),
  ),
});

function halvesOf(service: object) {
  const parsed = parseServiceReference(service, 'any');
  const [operations, iam] = (['operations', 'iam'] as const).map((half) =>
    parseServiceReference(JSON.parse(renderServiceReference(parsed, half)), 'any'),
  );
  return { parsed, operations, iam };
}

describe('renderServiceReference', () => {
  it('gives the operations without condition keys, and the rest with them', () => {
    const { operations, iam } = halvesOf({ ...sqs, Name: 'any' });
    expect(operations?.operations).toHaveLength(2);
    expect(operations?.actions.get('SendMessage')).toEqual({
      level: 'Write',
      resourceTypes: ['queue'],
      conditionKeys: [],
    });
    expect(iam?.operations).toEqual([]);
    expect(iam?.actions.get('SendMessage')?.conditionKeys).toHaveLength(1);
  });

  it('leaves out what AWS says for other tools', () => {
    const parsed = parseServiceReference(sqs, 'sqs');
    expect(renderServiceReference(parsed, 'iam')).not.toContain('SupportedBy');
    expect(renderServiceReference(parsed, 'operations')).not.toContain('Method');
  });

  it('loses nothing of either half, for any service', () => {
    fc.assert(
      fc.property(anyService, (service) => {
        const { parsed, operations, iam } = halvesOf(service);
        expect(iam).toEqual({ ...parsed, operations: [] });
        expect(operations?.operations).toEqual(parsed.operations);
        expect([...(operations?.actions.keys() ?? [])]).toEqual([...parsed.actions.keys()]);
      }),
    );
  });
});
