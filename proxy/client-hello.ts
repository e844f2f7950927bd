/** What the proxy needs of a TLS ClientHello (RFC 8446, section 4.1.2). */
export interface ClientHello {
  /** The name that the client asks for (SNI), in lower case; undefined where it sent none. */
  readonly serverName: string | undefined;
  /** The protocols that the client offers (ALPN, RFC 7301), in its order; empty where it sent none. */
  readonly protocols: readonly string[];
  /** The ciphers that the client offers, in its order, as text: programs on one TLS library and setting offer the same. */
  readonly ciphers: string;
}

const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME = 0;
const ALPN = 16;

/**
 * Reads a ClientHello from the first bytes of a connection.
 * Returns `incomplete` while bytes are missing and `invalid` when they are no ClientHello.
 */
export function parseClientHello(bytes: Buffer): ClientHello | 'incomplete' | 'invalid' {
  try {
    const handshake = joinRecords(bytes);
    if (handshake === 'invalid') return 'invalid';
    if (handshake.length > 0 && handshake[0] !== CLIENT_HELLO) return 'invalid';
    if (handshake.length < 4) return 'incomplete';
    const length = handshake.readUIntBE(1, 3);
    if (handshake.length < 4 + length) return 'incomplete';
    return readHello(handshake.subarray(4, 4 + length));
  } catch {
    // A length that points outside the message: Buffer refuses to read there.
    return 'invalid';
  }
}

/** A ClientHello may be cut into several records, and a record into several packets. */
function joinRecords(bytes: Buffer): Buffer | 'invalid' {
  const fragments: Buffer[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    if (bytes[offset] !== HANDSHAKE_RECORD)
      return offset === 0 ? 'invalid' : Buffer.concat(fragments);
    if (offset + 1 < bytes.length && bytes[offset + 1] !== 3) return 'invalid';
    if (offset + 5 > bytes.length) break;
    const end = offset + 5 + bytes.readUInt16BE(offset + 3);
    fragments.push(bytes.subarray(offset + 5, end));
    offset = end;
  }
  return Buffer.concat(fragments);
}

function readHello(hello: Buffer): ClientHello {
  let offset = 2 + 32;
  offset += 1 + hello.readUInt8(offset);
  const ciphersEnd = offset + 2 + hello.readUInt16BE(offset);
  const ciphers = hello.toString('hex', offset + 2, ciphersEnd);
  offset = ciphersEnd;
  offset += 1 + hello.readUInt8(offset);
  let serverName: string | undefined;
  let protocols: string[] = [];
  if (offset < hello.length) {
    const end = offset + 2 + hello.readUInt16BE(offset);
    offset += 2;
    while (offset < end) {
      const type = hello.readUInt16BE(offset);
      const length = hello.readUInt16BE(offset + 2);
      const data = hello.subarray(offset + 4, offset + 4 + length);
      if (type === SERVER_NAME && length > 0) serverName = readServerName(data);
      if (type === ALPN && length > 0) protocols = readProtocols(data);
      offset += 4 + length;
    }
  }
  return { serverName, protocols, ciphers };
}

/** A list of (type, length, name); the only type ever defined is 0, a host name. */
function readServerName(data: Buffer): string | undefined {
  if (data.readUInt8(2) !== 0) return undefined;
  const length = data.readUInt16BE(3);
  const name = data.toString('latin1', 5, 5 + length).toLowerCase();
  return name === '' ? undefined : name;
}

function readProtocols(data: Buffer): string[] {
  const protocols: string[] = [];
  let offset = 2;
  while (offset < data.length) {
    const length = data.readUInt8(offset);
    protocols.push(data.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  return protocols;
}
