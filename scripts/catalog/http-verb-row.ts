import type { WireOperation, WireService } from './model.ts';
import type { GrantRow } from './tables/operation-actions/row.ts';

/**
 * API Gateway's actions are HTTP methods and its resources the paths of its REST API; version 2's paths stand without
 * their `/v2`.
 * Source: API Gateway Developer Guide, "Resources and actions that API Gateway management supports".
 */
const verbServices: Readonly<Record<string, { readonly prefix: string; readonly root: RegExp }>> = {
  'api-gateway': { prefix: 'apigateway', root: /^/ },
  apigatewayv2: { prefix: 'apigateway', root: /^\/v2/ },
};

/** Returns the grant of an operation whose action is its HTTP method; undefined for every other service. */
export function httpVerbRow(service: WireService, operation: WireOperation): GrantRow | undefined {
  const verb = verbServices[service.id];
  const [route] = operation.routes;
  if (verb === undefined || route === undefined) return undefined;
  const path = route.uri.split('?')[0]?.replace(verb.root, '') ?? '';
  const resource = path.replaceAll(/\{([^}+]+)\+?\}/g, '${$1}');
  return {
    action: `${verb.prefix}:${route.method}`,
    template: `arn:\${Partition}:apigateway:\${Region}::${resource}`,
    ...tagged(operation),
  };
}

// The path of a tagged resource holds its ARN, encoded.
function tagged({ members }: WireOperation): Pick<GrantRow, 'bind'> {
  const name = ['resourceArn', 'ResourceArn'].find((one) => members.get(one)?.location === 'uri');
  if (name === undefined) return {};
  const label = members.get(name)?.wireName ?? name;
  return { bind: { [label]: `urlEncoded(${name})` } };
}
