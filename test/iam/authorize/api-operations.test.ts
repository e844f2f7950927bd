import { describe, expect, it } from 'vitest';
import type { ParameterValue } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import type { Permission } from '../../../iam/permission.ts';
import { asRecord, asText, asTexts, readScenarios } from '../../scenarios/read-scenarios.ts';
import { apiCall } from './api-call.ts';

// AWS's tables "API operations" of the Service Authorization Reference, one file a page: the operations that AWS lists
// with other actions than the one of their own name. Any other operation is held to the action of its own name. S3 Express
// has no such table.
const listed = readScenarios('api-operations', (value, where) => {
  const row = asRecord(value, where);
  return {
    service: asText(row.service, where),
    prefix: asText(row.prefix, where),
    operation: row.operation === undefined ? undefined : asText(row.operation, where),
    actions: row.actions === undefined ? [] : asTexts(row.actions, where),
    passedTo: row.passedTo === undefined ? [] : asTexts(row.passedTo, where),
  };
});

// What AWS documents elsewhere than in these tables, each with its reason and source.
const beyond = readScenarios('beyond-api-operations', (value, where) => {
  const row = asRecord(value, where);
  asText(row.because, `${where} because`);
  asText(row.source, `${where} source`);
  return {
    service: asText(row.service, where),
    operations: asTexts(row.operations, where),
    actions: row.actions === undefined ? [] : asTexts(row.actions, where),
    passedTo: row.passedTo === undefined ? [] : asTexts(row.passedTo, where),
  };
});

const catalog = openCatalog();
const prefixes = new Map(listed.map(({ service, prefix }) => [service, prefix]));

describe.each([...prefixes])(
  'permissions of %s and AWS’s table of its operations',
  (service, prefix) => {
    const operations = Object.entries(catalog.findService(service)?.operations ?? {}).filter(
      ([, { grants }]) => grants !== undefined,
    );
    const asked = new Map(operations.map(([name]) => [name, askEachWay(service, name)]));

    it('ask for no action that AWS does not list', () => {
      const unlisted = [...asked].flatMap(([name, permissions]) => {
        const allowed = allowedFor(service, prefix, name).actions;
        return actionsOf(permissions)
          .filter((action) => !allowed.has(action.toLowerCase()))
          .map((action) => `${name}: ${action}`);
      });
      expect(unlisted).toEqual([]);
    });

    it('ask for one wherever AWS lists one', () => {
      const silent = listed
        .filter((row) => row.service === service && row.actions.length > 0)
        .map(({ operation }) => operation ?? '')
        .filter((name) => asked.get(name)?.length === 0);
      expect(silent).toEqual([]);
    });

    it('hand roles to no service that AWS does not name', () => {
      const unnamed = [...asked].flatMap(([name, permissions]) => {
        const allowed = allowedFor(service, prefix, name).passedTo;
        return receiversOf(permissions)
          .filter((receiver) => allowed.size > 0 && !allowed.has(receiver))
          .map((receiver) => `${name}: ${receiver}`);
      });
      expect(unnamed).toEqual([]);
    });
  },
);

describe('what goes beyond AWS’s tables of operations', () => {
  it.each(beyond)('is asked for: $service $operations $actions $passedTo', (row) => {
    const { service, operations, actions, passedTo } = row;
    for (const name of operations) {
      const permissions = askEachWay(service, name);
      expect(actionsOf(permissions)).toEqual(expect.arrayContaining([...actions]));
      expect(receiversOf(permissions)).toEqual(expect.arrayContaining([...passedTo]));
    }
  });
});

function allowedFor(service: string, prefix: string, operation: string) {
  const own = listed.find((row) => row.service === service && row.operation === operation);
  const more = beyond.filter(
    (row) => row.service === service && row.operations.includes(operation),
  );
  const actions = [own?.actions ?? [`${prefix}:${operation}`], ...more.map((row) => row.actions)];
  const passedTo = own === undefined || own.passedTo.length === 0 ? [] : [own, ...more];
  return {
    actions: new Set(actions.flat().map((action) => action.toLowerCase())),
    passedTo: new Set(passedTo.flatMap((row) => row.passedTo)),
  };
}

/** Values that between them meet what the rules ask of a parameter. */
const samples = [
  'name',
  'true',
  'arn:aws:iam::123456789012:role/r',
  'arn:aws:s3:::b',
  'arn:aws:rds:eu-west-1:123456789012:cluster:c',
  'alias/a',
  'b/k?versionId=v',
  'Advanced',
  'DATA_PROTECTION_POLICY',
  'Deregister',
  'DIRECTORY_USER',
  'EC2_LINUX',
  'FIELD_INDEX_POLICY',
  'Register',
  'resolve:ssm:/golden-ami',
  'SUBSCRIPTION_FILTER_POLICY',
  'TRANSFORMER_POLICY',
  ...['Delete', 'Insert', 'Select', 'Update'].map((verb) => `${verb} T`),
];

/** The permissions of calls with nothing recorded, with every parameter, and with each alone and every one but it. */
function askEachWay(service: string, operation: string): readonly Permission[] {
  const paths = Object.keys(catalog.findService(service)?.operations[operation]?.parameters ?? {});
  const sets = [
    paths,
    ...paths.map((path) => [path]),
    ...paths.map((path) => without(paths, path)),
  ];
  const calls = [{}, ...samples.flatMap((value) => sets.map((set) => fill(set, value)))];
  return calls.flatMap((parameters) => authorize(apiCall(service, operation, parameters), catalog));
}

function without(paths: readonly string[], path: string): readonly string[] {
  return paths.filter((one) => one !== path);
}

function fill(paths: readonly string[], value: string): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(paths.map((path) => [path, /\[\]|\{\}/.test(path) ? [value] : value]));
}

function actionsOf(permissions: readonly Permission[]): readonly string[] {
  return [...new Set(permissions.map(({ action }) => action))];
}

function receiversOf(permissions: readonly Permission[]): readonly string[] {
  const receivers = permissions
    .filter(({ action }) => action === 'iam:PassRole')
    .flatMap(({ conditions }) => conditions.StringEquals?.['iam:PassedToService'] ?? []);
  return [...new Set(receivers)];
}
