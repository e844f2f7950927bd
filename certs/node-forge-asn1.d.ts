/** The part of node-forge that reads and writes ASN.1; its types are those of the whole package. */
declare module 'node-forge/lib/asn1.js' {
  import type { asn1 } from 'node-forge';

  const forge: typeof asn1;
  export = forge;
}
