import { describe, expect, it } from 'vitest';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize, authorizeHidden } from '../../../iam/authorize/authorize.ts';
import type { Permission } from '../../../iam/permission.ts';
import { readDenials } from '../../scenarios/read-denials.ts';
import { asRecord, asText, readScenarios } from '../../scenarios/read-scenarios.ts';

const catalog = openCatalog();

const scenarios = readScenarios('denied', (value, where) => {
  const row = asRecord(value, where);
  asText(row.source, `${where} source`);
  return {
    name: asText(row.name, `${where} name`),
    call: parseCall(row, where),
    expected: asRecord(row.permissions, where),
    hidden: row.hidden === undefined ? undefined : asRecord(row.hidden, where),
  };
});

describe('what a denied or failed call needs', () => {
  it.each(scenarios)('$name', ({ call, expected }) => {
    expect(resourcesByAction(authorize(call, catalog))).toEqual(expected);
  });

  it.each(scenarios.filter(({ hidden }) => hidden !== undefined))(
    'offers only what it may need besides: $name',
    ({ call, hidden }) => {
      // The key of the bucket is offered for calls that were allowed just as well.
      const offered = authorizeHidden(call, catalog).filter(
        ({ action }) => !action.startsWith('kms:'),
      );
      expect(resourcesByAction(offered)).toEqual(hidden);
    },
  );

  it('offers nothing for what an explicit deny ended', () => {
    const refused = scenarios.filter(({ name }) => name.startsWith('an explicit deny ('));
    expect(refused.length).toBeGreaterThan(5);
    for (const { call } of refused) expect(authorizeHidden(call, catalog)).toEqual([]);
  });

  it('is nothing for a call without a signature, whatever AWS names', () => {
    const named = scenarios.find(({ name }) => name.startsWith('a resource that is known already'));
    if (named === undefined) throw new Error('no such scenario');
    expect(authorize({ ...named.call, identity: null }, catalog)).toEqual([]);
  });

  it('names the denial, and counts as documented', () => {
    const named = scenarios.find(({ name }) => name.startsWith('another action that AWS checks'));
    if (named === undefined) throw new Error('no such scenario');
    expect(authorize(named.call, catalog).at(-1)).toMatchObject({
      action: 's3:PutBucketTagging',
      because: 'AWS denied s3 CreateBucket for want of s3:PutBucketTagging',
      confidence: 'documented',
    });
  });
});

function resourcesByAction(permissions: readonly Permission[]): object {
  const merged: Record<string, string[]> = {};
  for (const { action, resources } of permissions) {
    merged[action] = [...new Set([...(merged[action] ?? []), ...resources])].sort();
  }
  return merged;
}

function parseCall(row: Readonly<Record<string, unknown>>, where: string): ApiCall {
  const call = asRecord(row.call, where);
  const status = typeof row.status === 'number' ? row.status : 403;
  const denials = readDenials(row.denials, where);
  const isDenied = denials.length > 0 || status === 403;
  return {
    service: asText(call.service, where),
    operation: asText(call.operation, where),
    region: 'eu-west-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA…MPLE',
    ...(call.principal !== undefined && { principal: asText(call.principal, where) }),
    parameters: parseParameters(call.parameters, where),
    client: null,
    outcome: isDenied ? 'denied' : status >= 400 ? 'failed' : 'allowed',
    status,
    errorCode: row.errorCode === null ? null : asText(row.errorCode ?? 'AccessDenied', where),
    ...(denials.length > 0 && { denials }),
  };
}

function parseParameters(value: unknown, where: string): Readonly<Record<string, ParameterValue>> {
  const entries = Object.entries(asRecord(value, where)).map(([path, one]) => {
    if (!Array.isArray(one)) return [path, asText(one, where)];
    return [path, one.map((item) => asText(item, where))];
  });
  return Object.fromEntries(entries);
}
