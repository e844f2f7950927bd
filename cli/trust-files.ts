import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Authority } from '../certs/authority.ts';
import { readSystemRoots } from '../certs/system-roots.ts';
import { trustBundle } from '../certs/trust-bundle.ts';
import { createTrustFolder, type TrustFolder } from '../certs/trust-folder.ts';
import type { Environment, EnvironmentFiles } from '../proxy/environment/environment.ts';
import { preloadPath } from '../proxy/environment/preload-path.ts';
import { findUserTrust } from '../proxy/environment/user-trust.ts';

/** What the user's programs trusted before, as PEM texts. */
export interface UserCertificates {
  /** Certificates of every file that the user had configured, and of the system's own list. */
  readonly bundlePem: string;
  /** Those that the user had added to a program's own list. */
  readonly extraPem: string;
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
  const { bundleFiles, extraFiles } = findUserTrust(env, platform, config);
  const [systemRoots, ...bundle] = await Promise.all([
    readSystemRoots(),
    ...bundleFiles.map(readCertificates),
  ]);
  const isExtra = (_pem: string, index: number) => extraFiles.includes(bundleFiles[index] ?? '');
  const texts = bundle.map((pem) => pem ?? '');
  const warnings = bundleFiles
    .filter((_file, index) => bundle[index] === undefined)
    .map((file) => `the certificates in \`${file}\` cannot be read: programs run without them`);
  const bundlePem = [...texts, systemRoots].join('\n');
  return { bundlePem, extraPem: texts.filter(isExtra).join('\n'), warnings };
}

/** Writes the files that make programs trust a run's authority, and returns them with their folder. */
export async function writeTrustFiles(
  authority: Authority,
  user: UserCertificates,
): Promise<{ readonly folder: TrustFolder; readonly files: EnvironmentFiles }> {
  const authorityPem = authority.certificatePem;
  const folder = await createTrustFolder({
    files: {
      'bundle.pem': trustBundle({ userBundlePem: user.bundlePem, authorityPem }),
      'extra.pem': trustBundle({ userBundlePem: user.extraPem, publicRoots: [], authorityPem }),
      'authority.pem': authorityPem,
    },
  });
  const files = {
    bundle: join(folder.path, 'bundle.pem'),
    extraCertificates: join(folder.path, 'extra.pem'),
    authority: join(folder.path, 'authority.pem'),
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
