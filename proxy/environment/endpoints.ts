import { isAwsHost } from '../../aws/partition.ts';
import { type Environment, readVariable, type Variables } from './environment.ts';

/** The custom endpoints of the user's environment. */
export interface Endpoints {
  /** The distinct URLs that they point to. */
  readonly targets: readonly string[];
  /** The variables, with the target of each. */
  readonly variables: Variables;
  /** One for each variable that is left alone though it was meant as an endpoint. */
  readonly warnings: readonly string[];
}

const endpointVariable = /^AWS_ENDPOINT_URL(?:_[A-Z0-9_]+)?$/;

/**
 * Finds `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>`, which the AWS SDKs and the AWS CLI send their calls to.
 * Endpoints of AWS itself are not among the result: they are intercepted by their host, and a signature made out to
 * another one would not hold there.
 */
export function findEndpoints(env: Environment, platform: NodeJS.Platform): Endpoints {
  const variables: Record<string, string> = {};
  const warnings: string[] = [];
  const ignore = readVariable(env, 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', platform);
  if (ignore?.toLowerCase() === 'true') return { targets: [], variables, warnings };
  for (const [name, value] of Object.entries(env)) {
    const spelled = platform === 'win32' ? name.toUpperCase() : name;
    if (!endpointVariable.test(spelled) || !value) continue;
    const url = parseEndpoint(value);
    if (url === undefined) {
      warnings.push(`\`${name}\` holds no http or https URL and is left as it is`);
    } else if (!isAwsHost(url.hostname)) {
      variables[name] = url.href;
    }
  }
  return { targets: [...new Set(Object.values(variables))], variables, warnings };
}

/**
 * Returns the endpoint variables with the local URL of each target in its place; where a target has none, the
 * variable is left out and so stays as it was.
 */
export function replaceEndpoints(
  endpoints: Endpoints,
  localUrls: ReadonlyMap<string, string>,
): Variables {
  const replaced: Record<string, string> = {};
  for (const [name, target] of Object.entries(endpoints.variables)) {
    const localUrl = localUrls.get(target);
    if (localUrl !== undefined) replaced[name] = localUrl;
  }
  return replaced;
}

function parseEndpoint(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && url.hostname !== '' ? url : undefined;
}
