import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../proxy/environment/environment.ts';
import { withJvmProxy } from '../../../proxy/environment/jvm-proxy.ts';
import { parseOutgoingProxy } from '../../../proxy/outgoing-proxy.ts';

/** By which proxy leastgrant itself goes to a URL. */
function proxyFor(url: string, env: Environment): string | undefined {
  return parseOutgoingProxy(withJvmProxy(env, 'linux')).proxyFor(new URL(url))?.href;
}

const JAVA_TOOL_OPTIONS =
  '-Dhttps.proxyHost=proxy.test -Dhttps.proxyPort=3128 -Dhttp.nonProxyHosts=10.1.*|*.intra.test|exact.test';
const aws = 'https://sts.amazonaws.com/';

describe("the proxy of a JVM's options", () => {
  it('leads out where no variable names one', () => {
    expect(proxyFor(aws, { JAVA_TOOL_OPTIONS })).toBe('http://proxy.test:3128/');
    expect(proxyFor('http://sts.amazonaws.com/', { JAVA_TOOL_OPTIONS })).toBeUndefined();
  });

  it.each(['https://10.1.2.3/', 'https://a.intra.test/', 'https://exact.test/'])(
    'is passed by where the options say so: %s',
    (url) => {
      expect(proxyFor(url, { JAVA_TOOL_OPTIONS })).toBeUndefined();
    },
  );

  it('has the ports of the JDK', () => {
    const env = { JAVA_TOOL_OPTIONS: '-Dhttps.proxyHost=a.test -Dhttp.proxyHost=b.test' };
    expect(proxyFor(aws, env)).toBe('http://a.test:443/');
    expect(proxyFor('http://sts.amazonaws.com/', env)).toBe('http://b.test/');
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])('stands behind %s', (name) => {
    const env = { JAVA_TOOL_OPTIONS, [name]: 'http://variable.test:80' };
    expect(proxyFor(aws, env)).toBe('http://variable.test/');
  });
});
