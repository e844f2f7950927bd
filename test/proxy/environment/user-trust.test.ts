import { describe, expect, it } from 'vitest';
import { findUserTrust } from '../../../proxy/environment/user-trust.ts';

const config = `
# [default] in a comment
[default]
region = eu-west-1
ca_bundle = /etc/default.pem

[profile  work]
ca_bundle=/etc/work.pem
s3 =
  ca_bundle = /etc/nested.pem
[profile plain]
region = eu-west-1
`;

describe('what the user trusted', () => {
  it('is every file that some client was pointed to, each once', () => {
    const env = {
      AWS_CA_BUNDLE: '/a.pem',
      REQUESTS_CA_BUNDLE: '/b.pem',
      SSL_CERT_FILE: '/a.pem',
      CURL_CA_BUNDLE: '/c.pem',
      GIT_SSL_CAINFO: '/d.pem',
      PERL_LWP_SSL_CA_FILE: '/g.pem',
      HTTPS_CA_FILE: '/h.pem',
      SYSTEM_CERTIFICATE_PATH: '/i.pem',
      NODE_EXTRA_CA_CERTS: '/e.pem',
      DENO_CERT: '/f.pem',
    };
    expect(findUserTrust(env, 'linux')).toEqual({
      bundleFiles: [
        '/a.pem',
        '/b.pem',
        '/c.pem',
        '/d.pem',
        '/g.pem',
        '/h.pem',
        '/i.pem',
        '/e.pem',
        '/f.pem',
      ],
      hasAwsCaBundle: true,
      extraFiles: ['/e.pem', '/f.pem'],
      javaStore: undefined,
    });
  });

  it('is nothing where nothing is set', () => {
    expect(findUserTrust({ AWS_CA_BUNDLE: '' }, 'linux')).toEqual({
      bundleFiles: [],
      hasAwsCaBundle: false,
      extraFiles: [],
    });
  });

  it.each([
    [{}, ['/etc/default.pem']],
    [{ AWS_PROFILE: 'work' }, ['/etc/work.pem']],
    [{ AWS_DEFAULT_PROFILE: 'work' }, ['/etc/work.pem']],
    [{ AWS_PROFILE: 'work', AWS_DEFAULT_PROFILE: 'plain' }, ['/etc/work.pem']],
    [{ AWS_PROFILE: 'plain' }, []],
    [{ AWS_PROFILE: 'none' }, []],
    [{ AWS_PROFILE: 'work', AWS_CA_BUNDLE: '/env.pem' }, ['/env.pem']],
  ])('is ca_bundle of the profile in the AWS configuration: %j', (env, bundleFiles) => {
    const found = findUserTrust(env, 'linux', config);
    expect(found.bundleFiles).toEqual(bundleFiles);
    expect(found.hasAwsCaBundle).toBe(bundleFiles.length > 0);
  });

  it("is the truststore among a JVM's options", () => {
    const env = {
      JAVA_TOOL_OPTIONS: '-Djavax.net.ssl.trustStore=/first.jks',
      _JAVA_OPTIONS: "'-Djavax.net.ssl.trustStore=/a b.p12' -Djavax.net.ssl.trustStorePassword=x",
    };
    expect(findUserTrust(env, 'linux').javaStore).toEqual({ file: '/a b.p12', password: 'x' });
  });

  it.each([
    ['Windows-ROOT', { file: 'Windows-ROOT', password: undefined }],
    ['pkcs12', undefined],
  ])("is the system's own store where a JVM is told so: %s", (type, javaStore) => {
    const env = { JAVA_TOOL_OPTIONS: `-Djavax.net.ssl.trustStoreType=${type}` };
    expect(findUserTrust(env, 'linux').javaStore).toEqual(javaStore);
  });

  it('is found in any spelling on Windows', () => {
    expect(findUserTrust({ Ssl_Cert_File: 'C:\\a.pem' }, 'win32').bundleFiles).toEqual([
      'C:\\a.pem',
    ]);
  });
});
