/**
 * node-forge's ASN.1 writer by itself. It loads in 4 ms, the whole of node-forge in 26 ms or more, and the types
 * of node-forge describe the whole only.
 */
declare module 'node-forge/lib/asn1.js' {
  import { asn1 } from 'node-forge';
  export = asn1;
}
