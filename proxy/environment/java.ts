import { isIP } from 'node:net';
import { parseAuthority } from '../authority.ts';
import {
  type Environment,
  type EnvironmentFiles,
  readVariable,
  type Variables,
} from './environment.ts';
import type { InterceptedHost } from './intercepted-hosts.ts';
import {
  appendJavaProperties,
  jvmVariables,
  readJavaProperties,
  readJvmProperties,
} from './java-options.ts';
import { hides } from './no-proxy.ts';

/** What the variables of programs on the JVM are made from. */
interface JavaInput {
  readonly userEnv: Environment;
  readonly proxyUrl: string;
  readonly files: EnvironmentFiles;
  /** NO_PROXY as all programs get it. */
  readonly noProxy: string;
  readonly hosts: readonly InterceptedHost[];
  readonly platform: NodeJS.Platform;
}

/** Variables whose options start scripts hand to `java` on its command line, where they win over all that is set here. */
const scriptVariables = ['MAVEN_OPTS', 'GRADLE_OPTS', 'SBT_OPTS', 'ANT_OPTS', 'JAVA_OPTS'] as const;

/**
 * Returns what programs on the JVM need: the JDK reads no proxy variable, and no client of it a CA variable. Every JVM
 * reads JAVA_TOOL_OPTIONS, and says so on stderr. The user's options stay, with ours behind them; where another variable
 * of the JVM sets the same properties, which would win, ours stand there too.
 */
export function java(input: JavaInput): {
  readonly variables: Variables;
  readonly warnings: readonly string[];
} {
  const { userEnv, platform } = input;
  const { properties, warnings } = ourProperties(input);
  const variables: Record<string, string> = {};
  for (const name of jvmVariables) {
    const options = readVariable(userEnv, name, platform);
    if (name === 'JAVA_TOOL_OPTIONS' || setsAny(options, properties)) {
      variables[name] = appendJavaProperties(options, properties);
    }
  }
  const overriding = scriptVariables.filter((name) =>
    setsAny(readVariable(userEnv, name, platform), properties),
  );
  return {
    variables,
    warnings: [
      ...warnings,
      ...overriding.map(
        (name) =>
          `\`${name}\` sets a proxy or a truststore of its own: Java programs that are started with it are not ` +
          'recorded unless it is moved to `JAVA_TOOL_OPTIONS`',
      ),
    ],
  };
}

function ourProperties({ userEnv, proxyUrl, files, noProxy, hosts, platform }: JavaInput) {
  const { hostname, port } = new URL(proxyUrl);
  const users = readJvmProperties(userEnv, platform).get('http.nonProxyHosts') ?? '';
  const patterns = users.split('|').filter((pattern) => pattern !== '');
  const hiding = patterns.filter((pattern) => hides(pattern.replace(/^\*(?=.)/, ''), hosts));
  const direct = [...patterns, ...noProxy.split(',').flatMap(nonProxyPatterns)];
  const properties = {
    // The AWS SDK 2 for Java reads this pair for HTTPS too; plain HTTP of all others.
    'http.proxyHost': hostname,
    'http.proxyPort': port,
    // The AWS SDK 1, java.net and java.net.http.
    'https.proxyHost': hostname,
    'https.proxyPort': port,
    // For both pairs.
    'http.nonProxyHosts': [...new Set(direct)].filter((one) => !hiding.includes(one)).join('|'),
    'javax.net.ssl.trustStore': files.javaTrustStore,
    // No password: every JDK opens this store without, and with one that a program sets for its own.
    'javax.net.ssl.trustStoreType': 'PKCS12',
  };
  const warnings = hiding.map(
    (pattern) =>
      `\`${pattern}\` in http.nonProxyHosts would hide intercepted calls: Java programs run without it`,
  );
  return { properties, warnings };
}

function setsAny(options: string | undefined, properties: Readonly<Record<string, string>>) {
  const names = [...readJavaProperties(options ?? '').keys()];
  return names.some((name) => Object.hasOwn(properties, name));
}

/**
 * Returns the patterns for an entry of NO_PROXY: Java knows `*` at the beginning or the end, no networks and no ports,
 * and by a domain's name means nothing below it.
 */
function nonProxyPatterns(entry: string): string[] {
  if (entry === '' || entry.includes('/')) return [];
  if (isIP(entry) === 6) return [`[${entry}]`];
  const { host } = parseAuthority(entry.replace(/^\*?\./, ''), 1) ?? {};
  if (host === undefined) return [];
  if (isIP(host) === 6) return [`[${host}]`];
  if (host === '127.0.0.1') return ['127.*'];
  if (isIP(host) === 4 || host === 'localhost') return [host];
  return /^\*?\./.test(entry) ? [`*.${host}`] : [host, `*.${host}`];
}
