import type { Permission } from '../../iam/permission.ts';
import { asRecord, asText, asTexts, readScenarios } from './read-scenarios.ts';

/** What AWS's table "API operations" says of an operation. */
export interface ListedOperation {
  readonly service: string;
  /** The service prefix of the page, `elasticloadbalancing`. */
  readonly prefix: string;
  /** Undefined in the row of a page that lists no operation. */
  readonly operation: string | undefined;
  readonly actions: readonly string[];
  /** The services that a role may be passed to. */
  readonly passedTo: readonly string[];
}

/** What AWS documents elsewhere than in these tables. */
export interface BeyondOperations {
  readonly service: string;
  readonly operations: readonly string[];
  readonly actions: readonly string[];
  readonly passedTo: readonly string[];
}

/**
 * AWS's tables "API operations" of the Service Authorization Reference, one file a page: the operations that AWS lists
 * with other actions than the one of their own name. Any other operation is held to the action of its own name. S3
 * Express has no such table.
 */
export const listedOperations: readonly ListedOperation[] = readScenarios(
  'api-operations',
  (value, where) => {
    const row = asRecord(value, where);
    return {
      service: asText(row.service, where),
      prefix: asText(row.prefix, where),
      operation: row.operation === undefined ? undefined : asText(row.operation, where),
      actions: row.actions === undefined ? [] : asTexts(row.actions, where),
      passedTo: row.passedTo === undefined ? [] : asTexts(row.passedTo, where),
    };
  },
);

/** What goes beyond the tables; the reason and source of each stand in the files. */
export const beyondOperations: readonly BeyondOperations[] = readScenarios(
  'beyond-api-operations',
  (value, where) => {
    const row = asRecord(value, where);
    asText(row.because, `${where} because`);
    asText(row.source, `${where} source`);
    return {
      service: asText(row.service, where),
      operations: asTexts(row.operations, where),
      actions: row.actions === undefined ? [] : asTexts(row.actions, where),
      passedTo: row.passedTo === undefined ? [] : asTexts(row.passedTo, where),
    };
  },
);

/** The services with a table, each with its service prefix. */
export const listedServices: ReadonlyMap<string, string> = new Map(
  listedOperations.map(({ service, prefix }) => [service, prefix]),
);

type Asked = Pick<Permission, 'action' | 'conditions'>;

/** Returns the actions of permissions that AWS does not list for an operation of a service with a table. */
export function findUnlisted(
  service: string,
  operation: string,
  permissions: readonly Asked[],
): readonly string[] {
  const { own, more } = rowsOf(service, operation);
  const ownActions = own?.actions ?? [`${listedServices.get(service)}:${operation}`];
  const allowed = new Set(
    [...ownActions, ...more.flatMap(({ actions }) => actions)].map((one) => one.toLowerCase()),
  );
  return actionsOf(permissions).filter((action) => !allowed.has(action.toLowerCase()));
}

/** Returns the services that permissions hand roles to and AWS does not name for the operation, where it names any. */
export function findUnnamedReceivers(
  service: string,
  operation: string,
  permissions: readonly Asked[],
): readonly string[] {
  const { own, more } = rowsOf(service, operation);
  if (own === undefined || own.passedTo.length === 0) return [];
  const allowed = [own, ...more].flatMap(({ passedTo }) => passedTo);
  return receiversOf(permissions).filter((receiver) => !allowed.includes(receiver));
}

/** Returns the distinct actions of permissions. */
export function actionsOf(permissions: readonly Asked[]): readonly string[] {
  return [...new Set(permissions.map(({ action }) => action))];
}

/** Returns the distinct services that permissions hand roles to. */
export function receiversOf(permissions: readonly Asked[]): readonly string[] {
  const receivers = permissions
    .filter(({ action }) => action === 'iam:PassRole')
    .flatMap(({ conditions }) => conditions.StringEquals?.['iam:PassedToService'] ?? []);
  return [...new Set(receivers)];
}

function rowsOf(service: string, operation: string) {
  return {
    own: listedOperations.find((row) => row.service === service && row.operation === operation),
    more: beyondOperations.filter(
      (row) => row.service === service && row.operations.includes(operation),
    ),
  };
}
