const percent = 0x25;
const plus = 0x2b;

/**
 * Returns the bytes that a part of a form stands for: `+` is a space, damaged escapes stay as they are.
 * Source: URL Standard, "application/x-www-form-urlencoded parsing".
 */
export function decodeForm(bytes: Uint8Array, start: number, end: number): Buffer {
  const decoded = Buffer.allocUnsafe(end - start);
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const high = byte === percent && at + 2 < end ? (digits[bytes[at + 1] ?? 0] ?? none) : none;
    const low = high === none ? none : (digits[bytes[at + 2] ?? 0] ?? none);
    if (low === none) decoded[length] = byte === plus ? 0x20 : byte;
    else {
      decoded[length] = high * 16 + low;
      at += 2;
    }
    length += 1;
  }
  return decoded.subarray(0, length);
}

const none = -1;
const digits = new Int8Array(256).fill(none);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  digits[digit.charCodeAt(0)] = value;
  digits[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Percent-decodes a part of a URL; returns it as it is where its escapes are damaged. */
export function decodeSegment(text: string): string {
  if (!text.includes('%')) return text;
  // To throw and catch an error takes microseconds, and a URL may hold thousands of damaged escapes.
  return text.replace(escapes, '').includes('%') ? text : decodeURIComponent(text);
}

/** Escapes of whole characters of UTF-8. Source: RFC 3629, section 4. */
const tail = '%[89ab][0-9a-f]';
const escapes = new RegExp(
  [
    '%[0-7][0-9a-f]',
    `%(?:c[2-9a-f]|d[0-9a-f])${tail}`,
    `%e0%[ab][0-9a-f]${tail}`,
    `%e[1-9a-cef]${tail}${tail}`,
    `%ed%[89][0-9a-f]${tail}`,
    `%f0%[9ab][0-9a-f]${tail}${tail}`,
    `%f[1-3]${tail}${tail}${tail}`,
    `%f4%8[0-9a-f]${tail}${tail}`,
  ].join('|'),
  'gi',
);
