import { readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
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

/** Where the JDKs of a machine are looked for. */
export interface JdkPlaces {
  /** JAVA_HOME, which Maven and Gradle go by. */
  readonly home?: string | undefined;
  /** PATH, where `java` is found. */
  readonly path?: string | undefined;
  /** The stores of the system; the usual ones by default. */
  readonly systemFiles?: readonly string[];
}

/**
 * Returns, in DER, what a JVM trusts where it is told nothing else: the stores of both JDKs that a program may start,
 * else the system's. Empty where there is none.
 */
export async function readDefaultTrust(places: JdkPlaces): Promise<readonly Buffer[]> {
  const homes = [places.home || undefined, await findHome(places.path ?? '')];
  const ofJdks = await Promise.all(
    homes
      .filter((home) => home !== undefined)
      .map((home) => readFirst(filesOfJdk.map((file) => join(home, file)))),
  );
  const found = ofJdks.filter((one) => one !== undefined);
  if (found.length > 0) return found.flat();
  return (await readFirst(places.systemFiles ?? filesOfSystem)) ?? [];
}

/** The folder above `bin/java`, wherever links lead. */
async function findHome(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    for (const name of ['java', 'java.exe']) {
      const command = await realpath(join(folder, name)).catch(() => undefined);
      if (folder !== '' && command !== undefined) return dirname(dirname(command));
    }
  }
  return undefined;
}

async function readFirst(files: readonly string[]): Promise<readonly Buffer[] | undefined> {
  for (const file of files) {
    const store = await readFile(file).catch(() => undefined);
    const certificates = store && (await readKeyStore(store, usualPassword));
    if (certificates !== undefined) return certificates;
  }
  return undefined;
}
