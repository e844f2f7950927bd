import { findWirePlace } from './bind/parameter-path.ts';
import type { WireOperation, WireService } from './model.ts';
import { pathsOf } from './parameters-in.ts';
import { passRoleRows } from './pass-role-rows.ts';
import type { IamService } from './sources/iam-data.ts';
import { answerHeaders, answerPaths, answerPrefix } from './tables/answers.ts';
import { dependentActions } from './tables/dependent-actions.ts';
import { firstUseRoles } from './tables/first-use-roles.ts';
import { hiddenActions } from './tables/hidden-actions.ts';
import { notedParameters } from './tables/noted-parameters.ts';
import type { GrantRow } from './tables/operation-actions/row.ts';
import { passRole } from './tables/pass-role.ts';
import { tagPaths } from './tables/tag-on-create.ts';
import { tagOnCreateRows } from './tag-on-create-rows.ts';
import { taggingApiRows } from './tagging-api-rows.ts';

/**
 * Returns the grants that an operation needs on top of its own action: roles that it hands over, tags that it sets, and
 * what else its parameters ask for. Throws where a row names a parameter that the operation does not have: such a row
 * would be silent for ever.
 */
export function extraRows(
  service: WireService,
  operation: WireOperation,
  own: readonly GrantRow[],
  iam: ReadonlyMap<string, IamService>,
): readonly GrantRow[] {
  const rows = [
    ...passRoleRows(passRole[service.id]?.[operation.name] ?? []),
    ...tagOnCreateRows(service, operation, own[0]?.action, iam),
    ...taggingApiRows(service, operation, iam),
    ...(dependentActions[service.id]?.[operation.name] ?? []).map((row) => ({
      ...row,
      from: 'table' as const,
    })),
    ...firstUseRows(firstUseRoles[service.id]?.[operation.name]),
    ...(hiddenActions[service.id]?.[operation.name] ?? []).map((row) => ({
      ...row,
      hidden: true as const,
    })),
  ];
  const answers = answeredBy(service.id, operation.name);
  const noted = notedParameters[service.id]?.[operation.name] ?? [];
  for (const path of [...rows.flatMap(requiredPaths), ...noted]) {
    if (!answers.has(path) && findWirePlace(operation, service.protocol, path) === undefined) {
      throw new Error(`${service.id} ${operation.name}: no such parameter: ${path}`);
    }
  }
  return rows;
}

function answeredBy(service: string, operation: string): ReadonlySet<string> {
  const inBody = answerPaths[service]?.[operation] ?? [];
  const inHeaders = Object.keys(answerHeaders[service]?.[operation] ?? {});
  return new Set([...inBody, ...inHeaders].map((path) => answerPrefix + path));
}

function firstUseRows(principal: string | undefined): readonly GrantRow[] {
  if (principal === undefined) return [];
  return [
    {
      action: 'iam:CreateServiceLinkedRole',
      template: `arn:\${Partition}:iam::\${Account}:role/aws-service-role/${principal}/\${ServiceLinkedRoleName}`,
      conditions: { StringEquals: { 'iam:AWSServiceName': [principal] } },
      hidden: true,
      because: `makes the service-linked role of ${principal}, the first time in an account`,
      source:
        'Service Authorization Reference, dependent actions; "Using service-linked roles" in the service\'s guide',
    },
  ];
}

/** Throws where a table of extra grants names an operation that the service does not have. */
export function checkExtraTables(services: readonly WireService[]): void {
  const tables = [
    passRole,
    tagPaths,
    dependentActions,
    firstUseRoles,
    hiddenActions,
    notedParameters,
  ];
  for (const table of tables) {
    for (const [id, rows] of Object.entries(table)) {
      const service = services.find((one) => one.id === id);
      for (const name of Object.keys(rows)) {
        if (service?.operations.has(name) !== true)
          throw new Error(`no such operation: ${id} ${name}`);
      }
    }
  }
}

function requiredPaths(row: GrantRow): readonly string[] {
  return [...(row.when ?? []), ...(row.unless ?? []), ...Object.values(row.bind ?? {})].flatMap(
    pathsOf,
  );
}
