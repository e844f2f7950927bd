import type { Permission } from '../iam/permission.ts';
import { isRecognised, type SessionCall } from '../sessions/session-call.ts';

/**
 * Returns one line of `leastgrant calls --format ndjson`, without its newline.
 * The names and their order are a contract with other programs; fields are only ever added. Who called, what AWS said of
 * a denial, other accounts, and the variables whose values in that run stand in the parameters are there where the
 * recording tells them.
 */
export function renderCallLine(
  call: SessionCall,
  permissions: readonly Permission[],
  variesBy: readonly string[] = [],
): string {
  return JSON.stringify({
    ...subjectOf(call),
    outcome: call.outcome,
    status: call.status,
    errorCode: call.errorCode,
    ...(call.denials !== undefined && { denials: call.denials }),
    count: call.count,
    firstSeen: call.firstSeen,
    lastSeen: call.lastSeen,
    client: call.client,
    labels: call.labels,
    ...(variesBy.length > 0 && { variesBy }),
    permissions: permissions.map(permissionFields),
  });
}

function subjectOf(call: SessionCall) {
  const { service, operation, region, partition, account, identity } = call;
  const common = {
    ...{ service, operation, region, partition, account, identity },
    ...(call.principal !== undefined && { principal: call.principal }),
  };
  if (isRecognised(call)) return { ...common, parameters: call.parameters };
  return {
    ...common,
    signingName: call.signingName,
    host: call.host,
    method: call.method,
    pathTemplate: call.pathTemplate,
    target: call.target,
    reason: call.reason,
  };
}

function permissionFields(permission: Permission) {
  const { action, resources, conditions, because, confidence, wildcards } = permission;
  const { crossAccount } = permission;
  return {
    ...{ action, resources, conditions, because, confidence, wildcards },
    ...(crossAccount !== undefined && { crossAccount }),
  };
}
