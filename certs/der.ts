import type { asn1 } from 'node-forge';
// The ASN.1 part alone: the whole of node-forge takes four times as long to load.
import forge from 'node-forge/lib/asn1.js';

/** A node of an ASN.1 tree, as node-forge holds it. */
export type Asn1 = asn1.Asn1;

const { Class, Type } = forge;

/** Returns the DER bytes of an ASN.1 tree. */
export function toDer(tree: Asn1): Buffer {
  return Buffer.from(forge.toDer(tree).getBytes(), 'latin1');
}

/** Returns a SEQUENCE of the given parts. */
export function sequence(...parts: Asn1[]): Asn1 {
  return forge.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
}

/** Returns a SET of one part, which is all that a distinguished name needs. */
export function setOf(part: Asn1): Asn1 {
  return forge.create(Class.UNIVERSAL, Type.SET, true, [part]);
}

/** Returns an OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Asn1 {
  return primitive(Type.OID, forge.oidToDer(dotted).getBytes());
}

/** Returns an INTEGER from its big-endian bytes, which must already be minimal two's complement. */
export function integer(bytes: Uint8Array): Asn1 {
  return primitive(Type.INTEGER, binary(bytes));
}

/** Returns the BOOLEAN true. DER writes no false where false is the default. */
export function booleanTrue(): Asn1 {
  return primitive(Type.BOOLEAN, '\xff');
}

/** Returns a NULL. */
export function nullValue(): Asn1 {
  return primitive(Type.NULL, '');
}

/** Returns a UTF8String. */
export function utf8String(text: string): Asn1 {
  return primitive(Type.UTF8, binary(Buffer.from(text, 'utf8')));
}

/** Returns a UTCTime in whole seconds; good for the years 1950 to 2049. */
export function utcTime(time: Date): Asn1 {
  return primitive(Type.UTCTIME, forge.dateToUtcTime(time));
}

/** Returns an OCTET STRING. */
export function octetString(bytes: Uint8Array): Asn1 {
  return primitive(Type.OCTETSTRING, binary(bytes));
}

/** Returns a BIT STRING. `unusedBits` is how many of the last byte's low bits do not count. */
export function bitString(bytes: Uint8Array, unusedBits = 0): Asn1 {
  return primitive(Type.BITSTRING, String.fromCharCode(unusedBits) + binary(bytes));
}

/** Returns bytes under a context-specific tag: an IMPLICIT primitive type. */
export function taggedBytes(tag: number, bytes: Uint8Array): Asn1 {
  return forge.create(Class.CONTEXT_SPECIFIC, tag, false, binary(bytes));
}

/** Returns parts under a context-specific tag: an IMPLICIT SEQUENCE, or an EXPLICIT type when there is one part. */
export function taggedParts(tag: number, parts: Asn1[]): Asn1 {
  return forge.create(Class.CONTEXT_SPECIFIC, tag, true, parts);
}

function primitive(type: asn1.Type, value: string): Asn1 {
  return forge.create(Class.UNIVERSAL, type, false, value);
}

/** node-forge keeps bytes in strings, one byte a character. */
function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
