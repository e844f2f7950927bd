/** The parts of node-forge that decrypt by a password; the types of the whole package leave the first one out. */
declare module 'node-forge/lib/pbe.js' {
  import type { asn1, cipher } from 'node-forge';

  const forge: {
    getCipher(algorithm: string, parameters: asn1.Asn1, password: string): cipher.BlockCipher;
  };
  export = forge;
}

declare module 'node-forge/lib/util.js' {
  import type { util } from 'node-forge';

  const forge: typeof util;
  export = forge;
}
