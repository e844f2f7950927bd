import { readJks } from './read-jks.ts';
import { readPkcs12 } from './read-pkcs12.ts';

/** The first four bytes of Java's two older formats, which differ in how they protect private keys only. */
const jksMagics: readonly number[] = [0xfeedfeed, 0xcececece];

/**
 * Returns, in DER, the certificates that a JVM trusts when it has `store` for its truststore: the trusted ones, and of
 * each private key the one that is its own. JKS, JCEKS and PKCS12 are read, whatever the store's type is said to be, as
 * JVMs do. Undefined where the store cannot be read: another format, damage, or another password.
 */
export async function readKeyStore(
  store: Buffer,
  password: string | undefined,
): Promise<readonly Buffer[] | undefined> {
  try {
    if (jksMagics.includes(store.readUInt32BE(0))) return readJks(store);
    return await readPkcs12(store, password);
  } catch {
    return undefined;
  }
}
