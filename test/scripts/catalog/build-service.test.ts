import { describe, expect, it } from 'vitest';
import { buildService } from '../../../scripts/catalog/build-service.ts';
import type { WireService } from '../../../scripts/catalog/model.ts';
import type { IamService } from '../../../scripts/catalog/sources/iam-data.ts';

describe('actions of the hand-made rows', () => {
  it('may be missing from IAM data where the row says so', () => {
    const { entry } = buildService(service('cloudhsm', 'CreateHapg'), new Map());
    expect(entry.operations.CreateHapg?.grants).toEqual([
      { action: 'cloudhsm:CreateHapg', from: 'table' },
    ]);
  });

  it('may not be called missing once IAM data lists them', () => {
    const build = () =>
      buildService(service('cloudhsm', 'CreateHapg'), iam('cloudhsm', 'CreateHapg'));
    expect(build).toThrow('cloudhsm CreateHapg: is listed: cloudhsm:CreateHapg');
  });

  it('must be in IAM data otherwise', () => {
    const build = () =>
      buildService(
        service('detective', 'ListOrganizationAdminAccounts'),
        iam('detective', 'ListOrganizationAdminAccounts'),
      );
    expect(build).toThrow('no such action: detective:ListOrganizationAdminAccount');
  });

  it('must be checked on the resource types that the row names', () => {
    const build = () =>
      buildService(service('keyspaces', 'CreateType'), iam('cassandra', 'Create'));
    expect(build).toThrow(
      'keyspaces CreateType: cassandra:Create: no such resource type: keyspace; it has none',
    );
  });
});

function service(id: string, name: string): WireService {
  const operation = {
    name,
    routes: [],
    signed: true,
    deprecated: false,
    members: new Map(),
    payload: null,
  };
  return {
    id,
    apiVersion: '',
    protocol: 'json',
    signingNames: [id],
    endpointPrefixes: [id],
    targetPrefixes: [],
    operations: new Map([[name, operation]]),
  };
}

function iam(prefix: string, name: string): ReadonlyMap<string, IamService> {
  const action = { name, accessLevel: 'List', resourceTypes: [], conditionKeys: [] };
  const actions = new Map([[name.toLowerCase(), action]]);
  const none = new Map();
  return new Map([
    [
      prefix,
      { prefix, actions, resourceTypes: none, resourceTypeFacts: none, conditionKeys: none },
    ],
  ]);
}
