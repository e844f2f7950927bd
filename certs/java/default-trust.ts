import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeyStore } from './read-key-store.ts';

/**
 * Where a JDK keeps what it trusts; where there is a `jssecacerts`, that one counts and not the other.
 * Source: the JSSE reference guide; JDKs up to 8 have a folder `jre`.
 */
const filesOfJdk: readonly string[] = [
  'lib/security/jssecacerts',
  'jre/lib/security/jssecacerts',
  'lib/security/cacerts',
  'jre/lib/security/cacerts',
];

/** Where systems keep the store that all of their JDKs share: Debian and Ubuntu, then Red Hat, Fedora, Amazon Linux. */
const filesOfSystem: readonly string[] = ['/etc/ssl/certs/java/cacerts', '/etc/pki/java/cacerts'];

/** keytool's documentation: the password of every cacerts that nobody gave another. */
const usualPassword = 'changeit';

/**
 * Returns, in DER, what a JVM trusts where it is told nothing else: the store of the JDK in `javaHome`, else the
 * system's. Empty where there is none.
 */
export async function readDefaultTrust(
  javaHome: string | undefined,
  systemFiles: readonly string[] = filesOfSystem,
): Promise<readonly Buffer[]> {
  const ofJdk = javaHome === undefined ? [] : filesOfJdk.map((file) => join(javaHome, file));
  for (const file of [...ofJdk, ...systemFiles]) {
    const store = await readFile(file).catch(() => undefined);
    const certificates = store && (await readKeyStore(store, usualPassword));
    if (certificates !== undefined) return certificates;
  }
  return [];
}
