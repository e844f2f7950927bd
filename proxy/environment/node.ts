import { awsDomains } from '../../aws/partition.ts';
import { formatAuthority } from '../authority.ts';
import {
  type Environment,
  type EnvironmentFiles,
  readVariable,
  type Variables,
} from './environment.ts';
import type { InterceptedHost } from './intercepted-hosts.ts';
import { appendOption } from './options-variable.ts';

/** What the variables of Node programs are made from. */
interface NodeInput {
  readonly userEnv: Environment;
  readonly proxyUrl: string;
  readonly files: EnvironmentFiles;
  readonly hosts: readonly InterceptedHost[];
  readonly platform: NodeJS.Platform;
}

/**
 * Returns what Node programs need: the AWS SDKs for JavaScript know no proxy variable, so a preload diverts their
 * connections.
 * NODE_USE_ENV_PROXY is not among them: it does not reach the AWS SDKs, it loads undici at the start of every
 * program (25 ms on Node 22 to 26), and Node 22 prints a warning for it.
 */
export function node({ userEnv, proxyUrl, files, hosts, platform }: NodeInput): Variables {
  const options = readVariable(userEnv, 'NODE_OPTIONS', platform);
  return {
    // Every Node program, its worker threads and its children.
    NODE_OPTIONS: appendOption(options, '--require=', files.preload),
    // Node, Bun and the CDK: certificates on top of those that Node brings along.
    NODE_EXTRA_CA_CERTS: files.extraCertificates,
    // The preload: where the proxy is, what goes there, and what to trust where a program trusts a list of its own.
    LEASTGRANT_PROXY: proxyUrl,
    LEASTGRANT_INTERCEPT: interceptList(
      readVariable(userEnv, 'LEASTGRANT_INTERCEPT', platform),
      hosts,
    ),
    LEASTGRANT_CA: files.authority,
    // The preload: whether NODE_EXTRA_CA_CERTS is still ours.
    LEASTGRANT_EXTRA_CA_CERTS: files.extraCertificates,
  };
}

/** An outer leastgrant sees only what the inner one is given, so what the outer one wants stays on the list. */
function interceptList(outer: string | undefined, hosts: readonly InterceptedHost[]): string {
  const domains = awsDomains.map((domain) => `.${domain}`);
  const named = hosts.map(({ host, port }) =>
    port === undefined ? host : formatAuthority({ host, port }),
  );
  return [...new Set([...domains, ...(outer?.split(',') ?? []), ...named])].join(',');
}
