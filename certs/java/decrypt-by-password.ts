import forgeAsn1 from 'node-forge/lib/asn1.js';
import forgePbe from 'node-forge/lib/pbe.js';
import forgeUtil from 'node-forge/lib/util.js';

/**
 * Returns what was encrypted with a password, by one of the ways that key stores know: PBES2, which JDKs from 17 on
 * and OpenSSL 3 use, and the older ones of PKCS12 with RC2 or 3DES, which node:crypto does not have.
 * `algorithm` is a whole AlgorithmIdentifier in DER.
 * @throws Error where the way is another one, or the password
 */
export function decryptByPassword(algorithm: Buffer, bytes: Buffer, password: string): Buffer {
  const tree = forgeAsn1.fromDer(algorithm.toString('latin1'));
  const [identifier, parameters] = Array.isArray(tree.value) ? tree.value : [];
  if (typeof identifier?.value !== 'string' || parameters === undefined) {
    throw new Error('the algorithm has no name or no parameters');
  }
  const cipher = forgePbe.getCipher(forgeAsn1.derToOid(identifier.value), parameters, password);
  cipher.update(forgeUtil.createBuffer(bytes.toString('latin1')));
  if (!cipher.finish()) throw new Error('the password is another one');
  return Buffer.from(cipher.output.getBytes(), 'latin1');
}
