import { type Environment, readVariable } from './environment.ts';
import { readJvmProperties } from './java-options.ts';

/**
 * Returns the environment with the proxy of the JVM's options in its variables, where it names no proxy by itself: JVMs
 * would have gone that way, and there may be no other. The JDK's documentation, "Networking Properties", has the
 * properties and their default ports.
 */
export function withJvmProxy(env: Environment, platform: NodeJS.Platform): Environment {
  const names = ['http_proxy', 'https_proxy', 'all_proxy'];
  const hasOwn = names.some((name) => env[name] || readVariable(env, name.toUpperCase(), platform));
  if (hasOwn) return env;
  const properties = readJvmProperties(env, platform);
  const proxyOf = (scheme: string, defaultPort: string): string | undefined => {
    const host = properties.get(`${scheme}.proxyHost`);
    return host && `http://${host}:${properties.get(`${scheme}.proxyPort`) || defaultPort}`;
  };
  const http_proxy = proxyOf('http', '80');
  const https_proxy = proxyOf('https', '443');
  if (http_proxy === undefined && https_proxy === undefined) return env;
  const direct = (properties.get('http.nonProxyHosts') ?? '').split('|').map(noProxyEntry);
  const no_proxy = [env.no_proxy ?? env.NO_PROXY ?? '', ...direct].join(',');
  return { ...env, http_proxy, https_proxy, no_proxy };
}

/** Java's `*.example.com` and `10.1.*` as NO_PROXY has them; nothing for what it cannot say. */
function noProxyEntry(pattern: string): string {
  const network = /^((?:\d{1,3}\.){1,3})\*$/.exec(pattern)?.[1]?.split('.').slice(0, -1);
  if (network === undefined) return pattern.replace(/^\*(?=\.)/, '');
  return `${[...network, 0, 0, 0].slice(0, 4).join('.')}/${8 * network.length}`;
}
