import { generateKeyPair, type KeyObject } from 'node:crypto';

/** An RSA key pair of 2048 bits, in memory only. */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** The two key pairs of a run: the certificate authority's, and the one that all leaf certificates share. */
export interface KeyPairs {
  readonly authority: KeyPair;
  readonly leaf: KeyPair;
}

/**
 * Starts to make both key pairs at once, on the threads of Node's pool, and returns the promise of them.
 * A 2048 bit key takes 30 to 300 ms. This file imports node:crypto alone, so that a program can call it before
 * it loads anything else and do the rest of its start in the meantime.
 */
export function startKeyPairs(): Promise<KeyPairs> {
  const keys = Promise.all([makeKeyPair(), makeKeyPair()]).then(([authority, leaf]) => ({
    authority,
    leaf,
  }));
  // Whoever awaits the keys gets the error; until then it must not end the process as an unhandled rejection.
  keys.catch(() => {});
  return keys;
}

function makeKeyPair(): Promise<KeyPair> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, publicKey, privateKey) => {
      if (error === null) resolve({ publicKey, privateKey });
      else reject(error);
    });
  });
}
