import { describe, expect, it } from 'vitest';
import type { ParameterValue } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import type { Permission } from '../../../iam/permission.ts';
import {
  actionsOf,
  beyondOperations,
  findUnlisted,
  findUnnamedReceivers,
  listedOperations,
  listedServices,
  receiversOf,
} from '../../scenarios/api-operations.ts';
import { apiCall } from './api-call.ts';

const catalog = openCatalog();

describe.each([...listedServices.keys()])(
  'permissions of %s and AWS’s table of its operations',
  (service) => {
    const operations = Object.entries(catalog.findService(service)?.operations ?? {}).filter(
      ([, { grants }]) => grants !== undefined,
    );
    const asked = new Map(operations.map(([name]) => [name, askEachWay(service, name)]));

    it('ask for no action that AWS does not list', () => {
      const unlisted = [...asked].flatMap(([name, permissions]) =>
        findUnlisted(service, name, permissions).map((action) => `${name}: ${action}`),
      );
      expect(unlisted).toEqual([]);
    });

    it('ask for one wherever AWS lists one', () => {
      const silent = listedOperations
        .filter((row) => row.service === service && row.actions.length > 0)
        .map(({ operation }) => operation ?? '')
        .filter((name) => asked.get(name)?.length === 0);
      expect(silent).toEqual([]);
    });

    it('hand roles to no service that AWS does not name', () => {
      const unnamed = [...asked].flatMap(([name, permissions]) =>
        findUnnamedReceivers(service, name, permissions).map((receiver) => `${name}: ${receiver}`),
      );
      expect(unnamed).toEqual([]);
    });
  },
);

describe('what goes beyond AWS’s tables of operations', () => {
  it.each(beyondOperations)('is asked for: $service $operations $actions $passedTo', (row) => {
    const { service, operations, actions, passedTo } = row;
    for (const name of operations) {
      const permissions = askEachWay(service, name);
      expect(actionsOf(permissions)).toEqual(expect.arrayContaining([...actions]));
      expect(receiversOf(permissions)).toEqual(expect.arrayContaining([...passedTo]));
    }
  });
});

/** Values that meet what the rules ask of many a parameter. */
const values = [
  'name',
  'false',
  'true',
  'arn:aws:iam::123456789012:role/r',
  'arn:aws:s3:::b',
  'arn:aws:cloudfront::123456789012:distribution/E1',
  'arn:aws:logs:eu-west-1:123456789012:log-group:g',
  'arn:aws:rds:eu-west-1:123456789012:cluster:c',
  'alias/a',
  's3://b/k',
  'b/k?versionId=v',
];

/** Values that rules ask of single parameters. */
const words = [
  'ACTIVEMQ',
  'Advanced',
  'APP_RUNNER_SERVICE',
  'APPLY_APPLICATION_TAG',
  'APPSYNC',
  'AWS_SSO',
  'CAPABILITY_AUTO_EXPAND',
  'CLOUDFORMATION_STACK_1_0',
  'COGNITO_USER_POOL',
  'CompositeAlarm',
  'DATA_PROTECTION_POLICY',
  'Deregister',
  'DIRECTORY_GROUP',
  'DIRECTORY_USER',
  'EC2_LINUX',
  'FIELD_INDEX_POLICY',
  'Interface',
  'METADATA_ONLY',
  'ORGANIZATION',
  'Register',
  'REPLACE',
  'resolve:ssm:/golden-ami',
  'SUBSCRIPTION_FILTER_POLICY',
  'TEXT',
  'TRANSFORMER_POLICY',
  'Unload s3://b/k d/table/t',
  'VERIFIED_ACCESS_INSTANCE',
  'VOICE',
  ...['Delete', 'Insert', 'Select', 'Update'].map((verb) => `${verb} T`),
];

/** The permissions of calls with nothing recorded, with every parameter, and with each alone and every one but it. */
function askEachWay(service: string, operation: string): readonly Permission[] {
  const paths = Object.keys(catalog.findService(service)?.operations[operation]?.parameters ?? {});
  const some = [paths, ...paths.map((path) => [path])];
  const many = [...some, ...paths.map((path) => without(paths, path))];
  const calls = [
    {},
    ...values.flatMap((value) => many.map((set) => fill(set, value))),
    ...words.flatMap((word) => some.map((set) => fill(set, word))),
  ];
  return calls.flatMap((parameters) => authorize(apiCall(service, operation, parameters), catalog));
}

function without(paths: readonly string[], path: string): readonly string[] {
  return paths.filter((one) => one !== path);
}

function fill(paths: readonly string[], value: string): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(paths.map((path) => [path, /\[\]|\{\}/.test(path) ? [value] : value]));
}
