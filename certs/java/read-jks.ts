const kind = { privateKey: 1, certificate: 2 } as const;

/**
 * Returns the certificates of a store in Java's own older format: sun.security.provider.JavaKeyStore.
 * Nothing of them is encrypted, so no password is asked for. Secret keys (JCEKS) end the reading, because nothing says
 * how long they are; keytool writes certificates into such stores no more.
 * @throws RangeError where the store is cut off
 */
export function readJks(store: Buffer): readonly Buffer[] {
  const certificates: Buffer[] = [];
  let at = 4;
  const readNumber = (): number => {
    at += 4;
    return store.readUInt32BE(at - 4);
  };
  const readBytes = (length: number): Buffer => {
    at += length;
    if (at > store.length) throw new RangeError('the store is cut off');
    return store.subarray(at - length, at);
  };
  const readText = (): string => {
    at += 2;
    return readBytes(store.readUInt16BE(at - 2)).toString('latin1');
  };
  const version = readNumber();
  const readCertificate = (): Buffer => {
    // Version 1 held X.509 certificates alone.
    if (version > 1) readText();
    return readBytes(readNumber());
  };
  for (let left = readNumber(); left > 0; left -= 1) {
    const entry = readNumber();
    readText();
    readBytes(8);
    if (entry === kind.certificate) certificates.push(readCertificate());
    else if (entry === kind.privateKey) {
      readBytes(readNumber());
      const chain = Array.from({ length: readNumber() }, readCertificate);
      certificates.push(...chain.slice(0, 1));
    } else break;
  }
  return certificates;
}
