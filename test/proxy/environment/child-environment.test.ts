import { describe, expect, it } from 'vitest';
import {
  type ChildEnvironmentInput,
  childEnvironment,
} from '../../../proxy/environment/child-environment.ts';

const input: ChildEnvironmentInput = {
  userEnv: { PATH: '/bin', EMPTY: undefined },
  proxyUrl: 'http://127.0.0.1:4000',
  files: {
    bundle: '/run/bundle.pem',
    extraCertificates: '/run/extra.pem',
    authority: '/run/ca.pem',
    javaTrustStore: '/run/truststore.p12',
    phpIniFolder: '/run',
    preload: '/lib/preload.cjs',
  },
  intercept: [],
  endpointReplacements: {},
  hasAwsCaBundle: false,
  isDenoProject: false,
  platform: 'linux',
};

const direct =
  'localhost,127.0.0.1,::1,169.254.169.254,169.254.170.2,169.254.170.23,fd00:ec2::254,fd00:ec2::23';

const javaOptions = [
  '-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=4000',
  '-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=4000',
  '-Dhttp.nonProxyHosts=localhost|127.*|[::1]|169.254.169.254|169.254.170.2|169.254.170.23|[fd00:ec2::254]|[fd00:ec2::23]',
  '-Djavax.net.ssl.trustStore=/run/truststore.p12 -Djavax.net.ssl.trustStoreType=PKCS12',
].join(' ');

describe('the environment of a program', () => {
  it('is the variables that each family of clients needs', () => {
    const { variables, warnings } = childEnvironment(input);
    const { LEASTGRANT_INTERCEPT, ...others } = variables;
    expect(others).toEqual({
      HTTP_PROXY: 'http://127.0.0.1:4000',
      HTTPS_PROXY: 'http://127.0.0.1:4000',
      NO_PROXY: direct,
      LEASTGRANT_PROXY_HOST: '127.0.0.1',
      LEASTGRANT_PROXY_PORT: '4000',
      http_proxy: 'http://127.0.0.1:4000',
      https_proxy: 'http://127.0.0.1:4000',
      no_proxy: direct,
      REQUESTS_CA_BUNDLE: '/run/bundle.pem',
      SSL_CERT_FILE: '/run/bundle.pem',
      CURL_CA_BUNDLE: '/run/bundle.pem',
      GIT_SSL_CAINFO: '/run/bundle.pem',
      NODE_OPTIONS: '--require=/lib/preload.cjs',
      NODE_EXTRA_CA_CERTS: '/run/extra.pem',
      DENO_CERT: '/run/extra.pem',
      BUN_OPTIONS: '--preload=/lib/preload.cjs',
      JAVA_TOOL_OPTIONS: javaOptions,
      PERL_LWP_ENV_PROXY: '1',
      PERL_LWP_SSL_CA_FILE: '/run/bundle.pem',
      SYSTEM_CERTIFICATE_PATH: '/run/bundle.pem',
      PHP_INI_SCAN_DIR: ':/run',
      LEASTGRANT_PROXY: 'http://127.0.0.1:4000',
      LEASTGRANT_CA: '/run/ca.pem',
      LEASTGRANT_EXTRA_CA_CERTS: '/run/extra.pem',
      LEASTGRANT_ACTIVE: '1',
    });
    expect(LEASTGRANT_INTERCEPT?.split(',')).toEqual(
      expect.arrayContaining(['.amazonaws.com', '.amazonaws.com.cn', '.api.aws', '.on.aws']),
    );
    expect(warnings).toEqual([]);
  });

  it("is the user's own beside that", () => {
    const { env, variables } = childEnvironment(input);
    expect(env).toEqual({ PATH: '/bin', ...variables });
  });

  it("adds to the user's options and puts the rest in the place of the user's", () => {
    const userEnv = {
      NODE_OPTIONS: '--max-old-space-size=4096',
      BUN_OPTIONS: '--silent',
      HTTPS_PROXY: 'http://corporate:3128',
      AWS_CA_BUNDLE: '/etc/corporate.pem',
    };
    expect(childEnvironment({ ...input, userEnv, hasAwsCaBundle: true }).env).toMatchObject({
      NODE_OPTIONS: '--max-old-space-size=4096 --require=/lib/preload.cjs',
      BUN_OPTIONS: '--silent --preload=/lib/preload.cjs',
      HTTPS_PROXY: 'http://127.0.0.1:4000',
      AWS_CA_BUNDLE: '/run/bundle.pem',
    });
  });

  it.each([
    ['linux', false, undefined],
    ['linux', true, '/run/bundle.pem'],
    ['darwin', false, '/run/bundle.pem'],
    ['win32', false, '/run/bundle.pem'],
  ] as const)(
    'names the bundle to the AWS clients alone only where no other variable does: on %s, set by the user: %s',
    (platform, hasAwsCaBundle, expected) => {
      const { variables } = childEnvironment({ ...input, platform, hasAwsCaBundle });
      expect(variables.AWS_CA_BUNDLE).toBe(expected);
    },
  );

  it('has one spelling of each variable on Windows', () => {
    const userEnv = { Path: 'C:\\', Https_Proxy: 'http://corporate:3128', no_proxy: 'intra.test' };
    const { env } = childEnvironment({ ...input, userEnv, platform: 'win32' });
    const names = Object.keys(env).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(env).toMatchObject({ Path: 'C:\\', HTTPS_PROXY: 'http://127.0.0.1:4000' });
    expect(env.NO_PROXY).toBe(`intra.test,${direct}`);
  });

  it('leads endpoint variables to their local address, past the proxy', () => {
    const { env } = childEnvironment({
      ...input,
      userEnv: { AWS_ENDPOINT_URL: 'http://localhost:4566' },
      endpointReplacements: { AWS_ENDPOINT_URL: 'http://127.0.0.1:5001/base' },
      intercept: ['127.0.0.1:4566'],
    });
    expect(env.AWS_ENDPOINT_URL).toBe('http://127.0.0.1:5001/base');
    expect(env.NO_PROXY?.split(',')).toContain('127.0.0.1:5001');
    expect(env.NO_PROXY?.split(',')).not.toContain('127.0.0.1');
  });

  it.each([
    ['deno', '1'],
    ['/opt/bin/deno', '1'],
    ['C:\\deno.exe', '1'],
    ['node', undefined],
    ['denote', undefined],
    [undefined, undefined],
  ])('asks Deno, and nobody else, to use the proxy for node:https: %s', (program, value) => {
    const { env } = childEnvironment({ ...input, ...(program && { program }) });
    expect(env.NODE_USE_ENV_PROXY).toBe(value);
  });

  it('does the same in a project of Deno, where a script may start it', () => {
    const { env } = childEnvironment({ ...input, program: 'make', isDenoProject: true });
    expect(env.NODE_USE_ENV_PROXY).toBe('1');
  });

  it('tells that Go and Java pass the proxy by for this machine', () => {
    const intercept = ['localhost:4566', '127.0.0.1', 'minio.test'];
    const { warnings } = childEnvironment({ ...input, intercept });
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/Go and Java .* `localhost:4566`.*AWS_ENDPOINT_URL/);
  });

  it('tells what names no host', () => {
    const { warnings } = childEnvironment({ ...input, intercept: ['http://x/', 'a b', ':80', ''] });
    expect(warnings).toHaveLength(4);
    expect(warnings[0]).toBe('`http://x/` names no host and is not intercepted');
  });

  it('inside another leastgrant keeps what the outer one wants, and repeats nothing', () => {
    const outer = childEnvironment({ ...input, intercept: ['minio.test:9000'] });
    const inner = childEnvironment({
      ...input,
      userEnv: outer.env,
      proxyUrl: 'http://127.0.0.1:5000',
      intercept: ['localhost:4566'],
    });
    const repeated = childEnvironment({ ...input, userEnv: outer.env, intercept: [] });
    expect(inner.env.LEASTGRANT_INTERCEPT).toBe(`${outer.env.LEASTGRANT_INTERCEPT},localhost:4566`);
    expect(inner.env.HTTPS_PROXY).toBe('http://127.0.0.1:5000');
    expect(repeated).toEqual({ ...outer, warnings: [] });
  });
});
