import { pkcs12Type } from './pkcs12-types.ts';
import { parseTlvs, type Tlv } from './tlv.ts';

/**
 * Returns the certificates of a PKCS12 store (RFC 7292) that a JVM trusts; see readKeyStore.
 * Its seal is not checked: the file is the user's, and a JVM without a password does not check it either.
 * @throws RangeError or Error where the store is damaged, or encrypted with another password
 */
export async function readPkcs12(
  store: Buffer,
  password: string | undefined,
): Promise<readonly Buffer[]> {
  const [, content] = partsOf(only(parseTlvs(store)));
  const certificates: Buffer[] = [];
  for (const safe of partsOf(only(parseTlvs(dataOf(content))))) {
    const contents = await openSafe(safe, password);
    if (contents === undefined) continue;
    const bags = partsOf(only(parseTlvs(contents)));
    certificates.push(...bags.flatMap(trustedCertificateIn));
  }
  return certificates;
}

/** Undefined for what only a password opens, where there is none: a JVM passes over it then. */
async function openSafe(safe: Tlv, password: string | undefined): Promise<Buffer | undefined> {
  const [type, content] = partsOf(safe);
  if (type === undefined || !type.whole.equals(pkcs12Type.encryptedData)) return dataOf(safe);
  if (password === undefined) return undefined;
  const [, encrypted] = partsOf(only(parseTlvs(needed(content).contents)));
  const [, algorithm, bytes] = partsOf(needed(encrypted));
  // Loaded where a store is encrypted, and nowhere else: it is as large as all that is needed otherwise.
  const { decryptByPassword } = await import('./decrypt-by-password.ts');
  return decryptByPassword(needed(algorithm).whole, needed(bytes).contents, password);
}

function trustedCertificateIn(bag: Tlv): Buffer[] {
  const [type, value, attributes] = partsOf(bag);
  if (type === undefined || !type.whole.equals(pkcs12Type.certificateBag)) return [];
  const names = attributes === undefined ? [] : partsOf(attributes).map((one) => partsOf(one)[0]);
  const isTrusted = names.some(
    (name) =>
      name?.whole.equals(pkcs12Type.trustedKeyUsage) || name?.whole.equals(pkcs12Type.localKeyId),
  );
  if (!isTrusted) return [];
  const [, certificate] = partsOf(only(partsOf(needed(value))));
  return [only(partsOf(needed(certificate))).contents];
}

/** The octets of a ContentInfo of the type `data`. */
function dataOf(content: Tlv | undefined): Buffer {
  const [, explicit] = partsOf(needed(content));
  return only(partsOf(needed(explicit))).contents;
}

function partsOf(value: Tlv): readonly Tlv[] {
  return parseTlvs(value.contents);
}

function only([value]: readonly Tlv[]): Tlv {
  return needed(value);
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('the store lacks a part');
  return value;
}
