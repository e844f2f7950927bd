import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Authority } from '../certs/authority.ts';
import { type JdkPlaces, readDefaultTrust } from '../certs/java/default-trust.ts';
import { readKeyStore } from '../certs/java/read-key-store.ts';
import { writeTrustStore } from '../certs/java/write-trust-store.ts';
import { derOf, pemOf } from '../certs/pem.ts';
import { readSystemRoots } from '../certs/system-roots.ts';
import { trustBundle, trustedCertificates } from '../certs/trust-bundle.ts';
import { createTrustFolder, type TrustFolder } from '../certs/trust-folder.ts';
import type { Environment, EnvironmentFiles } from '../proxy/environment/environment.ts';
import { phpIni } from '../proxy/environment/php.ts';
import { preloadPath } from '../proxy/environment/preload-path.ts';
import { findUserTrust, type JavaStore } from '../proxy/environment/user-trust.ts';

/** What the user's programs trusted before, as PEM texts. */
export interface UserCertificates {
  /** Certificates of every file that the user had configured, and of the system's own list. */
  readonly bundlePem: string;
  /** Those that the user had added to a program's own list. */
  readonly extraPem: string;
  /** Whether a bundle was named to the AWS clients alone. */
  readonly hasAwsCaBundle: boolean;
  /** In DER, what JVMs trusted. */
  readonly java: readonly Buffer[];
  /** One sentence for each file that is configured and cannot be read. */
  readonly warnings: readonly string[];
}

/** Reads the certificate files that the user's environment and AWS configuration name. */
export async function readUserCertificates(
  env: Environment,
  platform: NodeJS.Platform,
): Promise<UserCertificates> {
  const configFile = env.AWS_CONFIG_FILE || join(homedir(), '.aws', 'config');
  const config = await readFile(configFile, 'utf8').catch(() => '');
  const trust = findUserTrust(env, platform, config);
  const { bundleFiles, extraFiles, javaStore } = trust;
  const [java, systemRoots, ...bundle] = await Promise.all([
    readJavaCertificates(javaStore, { home: env.JAVA_HOME, path: env.PATH }),
    readSystemRoots(),
    ...bundleFiles.map(readCertificates),
  ]);
  const isExtra = (_pem: string, index: number) => extraFiles.includes(bundleFiles[index] ?? '');
  const texts = bundle.map((pem) => pem ?? '');
  const unreadable = bundleFiles.filter((_file, index) => bundle[index] === undefined);
  if (javaStore !== undefined && java === undefined) unreadable.push(javaStore.file);
  // What a JDK brings along is no choice of the user's: other programs, and the way to AWS, are not to trust it.
  const chosen = javaStore === undefined ? [] : (java ?? []);
  return {
    bundlePem: [...texts, ...chosen.map(pemOf), systemRoots].join('\n'),
    extraPem: texts.filter(isExtra).join('\n'),
    hasAwsCaBundle: trust.hasAwsCaBundle,
    java: java ?? [],
    warnings: unreadable.map(
      (file) => `the certificates in \`${file}\` cannot be read: programs run without them`,
    ),
  };
}

/** Writes the files that make programs trust a run's authority, and returns them with their folder. */
export async function writeTrustFiles(
  authority: Authority,
  user: UserCertificates,
): Promise<{ readonly folder: TrustFolder; readonly files: EnvironmentFiles }> {
  const authorityPem = authority.certificatePem;
  const trusted = [...trustedCertificates({ userBundlePem: user.bundlePem, authorityPem })];
  const ofBundle = trusted.map(derOf).filter((der) => der !== undefined);
  const folder = await createTrustFolder({
    files: {
      'bundle.pem': trusted.join(''),
      'extra.pem': trustBundle({ userBundlePem: user.extraPem, publicRoots: [], authorityPem }),
      'authority.pem': authorityPem,
      'truststore.p12': writeTrustStore([...user.java, ...ofBundle]),
      'leastgrant.ini': phpIni,
    },
  });
  const files = {
    bundle: join(folder.path, 'bundle.pem'),
    extraCertificates: join(folder.path, 'extra.pem'),
    authority: join(folder.path, 'authority.pem'),
    javaTrustStore: join(folder.path, 'truststore.p12'),
    phpIniFolder: folder.path,
    preload: preloadPath,
  };
  return { folder, files };
}

// A path may name a folder of certificates, as for Python's requests.
async function readCertificates(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    const names = await readdir(path).catch(() => undefined);
    if (names === undefined) return undefined;
    const texts = names.sort().map((name) => readFile(join(path, name), 'utf8').catch(() => ''));
    return (await Promise.all(texts)).join('\n');
  }
}

/** Undefined where the user's store cannot be read. */
async function readJavaCertificates(
  store: JavaStore | undefined,
  places: JdkPlaces,
): Promise<readonly Buffer[] | undefined> {
  if (store === undefined) return readDefaultTrust(places);
  const bytes = await readFile(store.file).catch(() => undefined);
  return bytes && readKeyStore(bytes, store.password);
}
