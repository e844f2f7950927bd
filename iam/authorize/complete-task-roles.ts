import type { ApiCall, ObservedCall } from '../../aws/api-call.ts';

/** What stands before the name of a task definition; the values are the roles that another call registered it with. */
const rolesPrefix = 'roles of task-definition/';

/**
 * Adds to ECS calls that name a task definition the roles that another call of the account registered it with, so that
 * running the task is handing over these roles. A family alone stands for its newest revision: where its revisions got
 * different roles, or a revision was not registered here, the call gets none.
 * Source: Amazon ECS API Reference, RunTask, `taskDefinition`.
 */
export function completeTaskRoles<Call extends ObservedCall>(
  calls: readonly Call[],
): readonly Call[] {
  const registered = findRegistered(calls);
  if (registered.size === 0) return calls;
  return calls.map((call) => {
    if (call.service !== 'ecs') return call;
    const { taskDefinition: named } = call.parameters;
    if (typeof named !== 'string') return call;
    const name = nameOf(named);
    const [roles = [], ...others] = registered.get(keyOf(call, name))?.values() ?? [];
    if (roles.length === 0 || others.length > 0) return call;
    return { ...call, parameters: { ...call.parameters, [rolesPrefix + name]: roles } };
  });
}

/** Returns the roles of the task definition that a call names, by its ARN or name; none where no call told them. */
export function findTaskRoles(definition: string, { parameters }: ApiCall): readonly string[] {
  const roles = parameters[rolesPrefix + nameOf(definition)] ?? [];
  return typeof roles === 'string' ? [roles] : roles;
}

type Registered = Map<string, Map<string, readonly string[]>>;

/** Finds the different lists of roles that each family and each revision was registered with. */
function findRegistered(calls: readonly ObservedCall[]): Registered {
  const registered: Registered = new Map();
  for (const call of calls) {
    if (call.service !== 'ecs' || call.operation !== 'RegisterTaskDefinition') continue;
    const { taskRoleArn, executionRoleArn, family, [revisionPath]: revision } = call.parameters;
    const roles = [taskRoleArn, executionRoleArn].flatMap((role) => role ?? []);
    for (const named of [family, revision]) {
      if (typeof named !== 'string' || call.outcome !== 'allowed') continue;
      const key = keyOf(call, nameOf(named));
      registered.set(key, (registered.get(key) ?? new Map()).set(roles.join(' '), roles));
    }
  }
  return registered;
}

const revisionPath = 'answer.taskDefinition.taskDefinitionArn';

function nameOf(definition: string): string {
  return /:task-definition\/(.+)$/.exec(definition)?.[1] ?? definition;
}

function keyOf({ account, region }: ObservedCall, name: string): string {
  return `${account} ${region} ${name}`;
}
