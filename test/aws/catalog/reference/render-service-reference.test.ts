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

describe('renderServiceReference', () => {
  it('gives a smaller text of the same meaning', () => {
    const parsed = parseServiceReference(sqs, 'sqs');
    const text = renderServiceReference(parsed);
    expect(parseServiceReference(JSON.parse(text), 'sqs')).toEqual(parsed);
    expect(text).not.toContain('SupportedBy');
    expect(text.length).toBeLessThan(JSON.stringify(sqs).length);
  });

  it('loses nothing that was parsed, for any service', () => {
    fc.assert(
      fc.property(anyService, (service) => {
        const parsed = parseServiceReference(service, 'any');
        const again = JSON.parse(renderServiceReference(parsed));
        expect(parseServiceReference(again, 'any')).toEqual(parsed);
      }),
    );
  });
});
