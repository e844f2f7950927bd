import { type Environment, readVariable } from './environment.ts';
import { readJvmProperties } from './java-options.ts';

/** The files that hold the certificates which the user's programs trusted before. A path may name a folder. */
export interface UserTrust {
  /** For the bundle that takes the place of a program's own list. */
  readonly bundleFiles: readonly string[];
  /** Whether one of them is named to the AWS clients alone: by AWS_CA_BUNDLE, or in the AWS configuration. */
  readonly hasAwsCaBundle: boolean;
  /** For the file of certificates on top of a program's own list. */
  readonly extraFiles: readonly string[];
  /** The truststore that every JVM uses in place of its own; undefined where it uses its own. */
  readonly javaStore: JavaStore | undefined;
}

/** A key store, and what opens it. */
export interface JavaStore {
  readonly file: string;
  readonly password: string | undefined;
}

/** Variables that replace what a program trusts. */
const replacing = [
  'AWS_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
  'SSL_CERT_FILE',
  'CURL_CA_BUNDLE',
  'GIT_SSL_CAINFO',
  'PERL_LWP_SSL_CA_FILE',
  'HTTPS_CA_FILE',
  'SYSTEM_CERTIFICATE_PATH',
];

/** Variables that add to what a program trusts. */
const adding = ['NODE_EXTRA_CA_CERTS', 'DENO_CERT'];

/**
 * Returns which files the caller has to read for the run's bundle.
 * `awsConfigText` is the text of `~/.aws/config` (or AWS_CONFIG_FILE): its `ca_bundle` is what botocore trusts as
 * long as AWS_CA_BUNDLE is not set.
 */
export function findUserTrust(
  env: Environment,
  platform: NodeJS.Platform,
  awsConfigText = '',
): UserTrust {
  const read = (name: string): string | undefined => readVariable(env, name, platform);
  const profile = read('AWS_PROFILE') ?? read('AWS_DEFAULT_PROFILE') ?? 'default';
  const configured = read('AWS_CA_BUNDLE') ?? findCaBundle(awsConfigText, profile);
  const extraFiles = distinct(adding.map(read));
  // A program that read one of the adding variables may read a replacing one now.
  return {
    bundleFiles: distinct([configured, ...replacing.map(read), ...extraFiles]),
    hasAwsCaBundle: configured !== undefined,
    extraFiles,
    javaStore: findJavaStore(env, platform),
  };
}

function findJavaStore(env: Environment, platform: NodeJS.Platform): JavaStore | undefined {
  const properties = readJvmProperties(env, platform);
  // A type without a file is that of a store of the system (`Windows-ROOT`), which nobody but a JVM can read.
  const type = properties.get('javax.net.ssl.trustStoreType') ?? '';
  const ofSystem = /^(|JKS|JCEKS|PKCS12)$/i.test(type) ? undefined : type;
  const file = properties.get('javax.net.ssl.trustStore') || ofSystem;
  if (!file) return undefined;
  return { file, password: properties.get('javax.net.ssl.trustStorePassword') || undefined };
}

/** Returns `ca_bundle` of a profile in the text of an AWS configuration file. */
function findCaBundle(text: string, profile: string): string | undefined {
  const headers = new Set(
    profile === 'default' ? ['default', 'profile default'] : [`profile ${profile}`],
  );
  let isInside = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1];
    if (header !== undefined) isInside = headers.has(header.replace(/\s+/g, ' '));
    const value = /^ca_bundle\s*=\s*(.+?)\s*$/.exec(line)?.[1];
    if (isInside && value !== undefined) return value;
  }
  return undefined;
}

function distinct(paths: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(paths.filter((path) => path !== undefined))];
}
