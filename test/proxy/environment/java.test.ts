import { describe, expect, it } from 'vitest';
import { java } from '../../../proxy/environment/java.ts';
import { readJavaProperties } from '../../../proxy/environment/java-options.ts';

const input = {
  userEnv: {},
  proxyUrl: 'http://127.0.0.1:4000',
  files: {
    bundle: '/run/bundle.pem',
    extraCertificates: '/run/extra.pem',
    authority: '/run/ca.pem',
    javaTrustStore: '/run/truststore.p12',
    phpIniFolder: '/run',
    preload: '/lib/preload.cjs',
  },
  noProxy: 'localhost,127.0.0.1,::1',
  hosts: [],
  platform: 'linux',
} as const;
const ours = java(input).variables.JAVA_TOOL_OPTIONS ?? '';

/** What a JVM reaches without a proxy. */
function nonProxyHosts(more: Partial<Parameters<typeof java>[0]>): string | undefined {
  const { JAVA_TOOL_OPTIONS = '' } = java({ ...input, ...more }).variables;
  return readJavaProperties(JAVA_TOOL_OPTIONS).get('http.nonProxyHosts');
}

describe('the options of a JVM', () => {
  it("stand behind the user's", () => {
    const userEnv = { JAVA_TOOL_OPTIONS: '-Xmx1g "-Dname=with space"' };
    expect(java({ ...input, userEnv }).variables).toEqual({
      JAVA_TOOL_OPTIONS: `-Xmx1g "-Dname=with space" ${ours}`,
    });
  });

  it.each([
    ['JDK_JAVA_OPTIONS', '-Djavax.net.ssl.trustStore=/corporate.jks'],
    ['_JAVA_OPTIONS', '-Dhttps.proxyHost=corporate -Dhttps.proxyPort=3128'],
  ])('stand in %s too where it would win over them', (name, options) => {
    const { variables, warnings } = java({ ...input, userEnv: { [name]: options } });
    expect(variables).toEqual({ JAVA_TOOL_OPTIONS: ours, [name]: `${options} ${ours}` });
    expect(warnings).toEqual([]);
  });

  it('leave other variables of the JVM alone', () => {
    const userEnv = { JDK_JAVA_OPTIONS: '-Xmx1g', _JAVA_OPTIONS: '-Dfile.encoding=UTF-8' };
    expect(java({ ...input, userEnv }).variables).toEqual({ JAVA_TOOL_OPTIONS: ours });
  });

  it('are said to be of no use where a start script has others', () => {
    const userEnv = { MAVEN_OPTS: '-Xmx1g -Dhttps.proxyHost=corporate', GRADLE_OPTS: '-Xmx1g' };
    expect(java({ ...input, userEnv }).warnings).toEqual([
      expect.stringMatching(/^`MAVEN_OPTS` sets a proxy or a truststore of its own/),
    ]);
  });

  it('name the store between quotes where its path has spaces', () => {
    const files = { ...input.files, javaTrustStore: '/a b/truststore.p12' };
    expect(java({ ...input, files }).variables.JAVA_TOOL_OPTIONS).toContain(
      ' "-Djavax.net.ssl.trustStore=/a b/truststore.p12" ',
    );
  });
});

describe('what a JVM reaches without the proxy', () => {
  it.each([
    ['localhost,127.0.0.1,::1', 'localhost|127.*|[::1]'],
    ['intra.test', 'intra.test|*.intra.test'],
    ['.intra.test,*.corp.test', '*.intra.test|*.corp.test'],
    ['10.1.2.3,10.0.0.0/8,10.1.2.3:4566', '10.1.2.3'],
    ['[::1]:4566,fd00::7', '[::1]|[fd00::7]'],
  ])('follows NO_PROXY: %s', (noProxy, patterns) => {
    expect(nonProxyHosts({ noProxy })).toBe(patterns);
  });

  it("is the user's beside that", () => {
    const userEnv = { JAVA_TOOL_OPTIONS: '-Dhttp.nonProxyHosts=localhost|10.*|*.intra.test' };
    expect(nonProxyHosts({ userEnv, noProxy: 'localhost' })).toBe('localhost|10.*|*.intra.test');
  });

  it.each(['*', '*.amazonaws.com', '*amazonaws.com', 'sts.amazonaws.com', '*.com', '*.local.test'])(
    "is not the user's where it would hide calls: %s",
    (pattern) => {
      const userEnv = { _JAVA_OPTIONS: `-Dhttp.nonProxyHosts=${pattern}|10.*` };
      const hosts = [{ text: 'aws.local.test', host: 'aws.local.test', port: undefined }];
      expect(nonProxyHosts({ userEnv, hosts, noProxy: '' })).toBe('10.*');
      expect(java({ ...input, userEnv, hosts }).warnings).toEqual([
        `\`${pattern}\` in http.nonProxyHosts would hide intercepted calls: Java programs run without it`,
      ]);
    },
  );
});
