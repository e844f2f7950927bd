import { generateKeyPair, type KeyObject } from 'node:crypto';

/** An RSA key pair of 2048 bits, in memory only. */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** The two key pairs of a run, each as soon as it is made. */
export interface KeyPairs {
  /** The certificate authority's: the one that was made first, because every start waits for it. */
  readonly authority: Promise<KeyPair>;
  /** The one that all leaf certificates share: nobody needs it before the first handshake. */
  readonly leaf: Promise<KeyPair>;
}

/**
 * Starts to make both key pairs at once, on the threads of Node's pool.
 * A 2048 bit key takes 30 to 300 ms; on two cores the first of two is there after 100 ms at the median, both after
 * 160 ms. This file imports node:crypto alone, so that a program can call it before it loads anything else and do
 * the rest of its start in the meantime.
 */
export function startKeyPairs(): KeyPairs {
  const one = makeKeyPair();
  const other = makeKeyPair();
  const authority = Promise.race([one, other]);
  const leaf = Promise.all([authority, one, other]).then(([first, a, b]) => (first === a ? b : a));
  // Whoever awaits a key gets the error; until then it must not end the process as an unhandled rejection.
  for (const key of [authority, leaf]) key.catch(() => {});
  return { authority, leaf };
}

function makeKeyPair(): Promise<KeyPair> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, publicKey, privateKey) => {
      if (error === null) resolve({ publicKey, privateKey });
      else reject(error);
    });
  });
}
