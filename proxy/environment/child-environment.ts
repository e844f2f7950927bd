import { awsCaBundle } from './aws-ca-bundle.ts';
import { curlAndOpenssl } from './curl-and-openssl.ts';
import { denoAndBun } from './deno-and-bun.ts';
import type { Environment, EnvironmentFiles, Variables } from './environment.ts';
import { go } from './go.ts';
import { haskell } from './haskell.ts';
import { type InterceptedHost, isLoopback, parseInterceptedHosts } from './intercepted-hosts.ts';
import { java } from './java.ts';
import { mergeNoProxy } from './no-proxy.ts';
import { node } from './node.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { proxyVariables } from './proxy-variables.ts';
import { python } from './python.ts';

/** What the environment of a run is made from. */
export interface ChildEnvironmentInput {
  /** The environment that leastgrant itself was started with. */
  readonly userEnv: Environment;
  /** `http://127.0.0.1:PORT`. */
  readonly proxyUrl: string;
  readonly files: EnvironmentFiles;
  /** What the user named with `--intercept`: `HOST` or `HOST:PORT`. */
  readonly intercept: readonly string[];
  /** `AWS_ENDPOINT_URL` and its like, by name, with the local URL that stands in for each. */
  readonly endpointReplacements: Variables;
  /** Whether the user has named a bundle to the AWS clients, in AWS_CA_BUNDLE or in the AWS configuration. */
  readonly hasAwsCaBundle: boolean;
  readonly platform: NodeJS.Platform;
  /** The program to run, where it is known: some runtimes need more than others can bear. */
  readonly program?: string;
  /** Whether programs run in a project of Deno's. */
  readonly isDenoProject: boolean;
}

/** The environment of a program that runs under leastgrant. */
export interface ChildEnvironment {
  /** All variables of the program: the user's with ours in place. */
  readonly env: Record<string, string>;
  /** Only those that leastgrant sets, for a shell that has the others already. */
  readonly variables: Variables;
  /** What the user should know, each one a sentence in lower case without a final period. */
  readonly warnings: readonly string[];
}

/**
 * Returns the environment that leads the AWS clients of a program to the proxy and makes them trust it.
 * A leastgrant inside a leastgrant is nothing special: it finds the outer proxy and bundle in `userEnv` like any
 * other.
 */
export function childEnvironment(input: ChildEnvironmentInput): ChildEnvironment {
  const { userEnv, files, platform, endpointReplacements } = input;
  const hosts = parseInterceptedHosts(input.intercept);
  const noProxy = mergeNoProxy(userEnv, hosts.named, Object.values(endpointReplacements));
  const { proxyUrl } = input;
  const jvm = java({
    userEnv,
    proxyUrl,
    files,
    noProxy: noProxy.value,
    hosts: hosts.named,
    platform,
  });
  const variables = {
    ...proxyVariables(proxyUrl, noProxy.value, platform),
    ...awsCaBundle({ files, isUsers: input.hasAwsCaBundle, platform }),
    ...python(files),
    ...go(files),
    ...curlAndOpenssl(files),
    ...node({ userEnv, proxyUrl, files, hosts: hosts.named, platform }),
    ...denoAndBun({
      userEnv,
      files,
      platform,
      program: input.program,
      isDenoProject: input.isDenoProject,
    }),
    ...jvm.variables,
    ...perl(files),
    ...haskell(files),
    ...php({ userEnv, files, platform }),
    ...endpointReplacements,
    // For scripts that want to know, and for a leastgrant inside a leastgrant.
    LEASTGRANT_ACTIVE: '1',
  };
  return {
    env: mergeVariables(userEnv, variables, platform),
    variables,
    warnings: [
      ...hosts.warnings,
      ...noProxy.warnings,
      ...jvm.warnings,
      ...loopbackWarnings(hosts.named),
    ],
  };
}

function mergeVariables(
  userEnv: Environment,
  variables: Variables,
  platform: NodeJS.Platform,
): Record<string, string> {
  // Windows would keep one of two spellings, and not always ours.
  const fold = (name: string): string => (platform === 'win32' ? name.toLowerCase() : name);
  const taken = new Set(Object.keys(variables).map(fold));
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(userEnv)) {
    if (value !== undefined && !taken.has(fold(name))) env[name] = value;
  }
  return { ...env, ...variables };
}

function loopbackWarnings(hosts: readonly InterceptedHost[]): string[] {
  return hosts
    .filter(({ host }) => isLoopback(host))
    .map(
      ({ text }) =>
        `programs in Go and Java never use a proxy for \`${text}\`: set \`AWS_ENDPOINT_URL\` for them`,
    );
}
