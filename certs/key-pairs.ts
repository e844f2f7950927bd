import { generatePrime } from 'node:crypto';
import { isPrimeOfKey, type KeyPair, rsaKeyPair } from './rsa-key.ts';

/** The two RSA key pairs of a run, of 2048 bits, each as soon as it is made. */
export interface KeyPairs {
  /** The certificate authority's, of the primes that were found first, because every start waits for it. */
  readonly authority: Promise<KeyPair>;
  /** The one that all leaf certificates share: nobody needs it before the first handshake. */
  readonly leaf: Promise<KeyPair>;
}

/**
 * Starts to make both key pairs at once, on the threads of Node's pool.
 * OpenSSL finds a prime of 1,024 bits in 18 to 53 ms; to make a key of 2,048 bits in one piece takes it 70 to 240,
 * because it looks for primes of a stricter form. This file imports nothing that takes time to load, so that a program
 * can call it before anything else and do the rest of its start in the meantime.
 */
export function startKeyPairs(): KeyPairs {
  const [first, second, third, fourth] = startPrimes();
  const authority = keyPairOf(first, second);
  const leaf = keyPairOf(third, fourth);
  // Whoever awaits a key gets the error; until then it must not end the process as an unhandled rejection.
  for (const key of [authority, leaf]) key.catch(() => {});
  return { authority, leaf };
}

async function keyPairOf(one: Promise<bigint>, other: Promise<bigint>): Promise<KeyPair> {
  return rsaKeyPair(...(await Promise.all([one, other])));
}

type Primes = readonly [Promise<bigint>, Promise<bigint>, Promise<bigint>, Promise<bigint>];

/**
 * Four primes in the order in which they are found. Two at a time are looked for: the pool has four threads, and the
 * start reads files by the others.
 */
function startPrimes(): Primes {
  const takers: ((prime: Promise<bigint>) => void)[] = [];
  const taken = () => new Promise<bigint>((resolve) => takers.push(resolve));
  const primes: Primes = [taken(), taken(), taken(), taken()];
  const find = async () => {
    const prime = findPrime();
    await prime.catch(() => {});
    takers.shift()?.(prime);
  };
  void find().then(find);
  void find().then(find);
  return primes;
}

async function findPrime(): Promise<bigint> {
  for (;;) {
    const prime = await new Promise<bigint>((resolve, reject) => {
      generatePrime(1024, { bigint: true }, (error, found) => {
        // Node 20 gives undefined where its types promise null.
        if (error) reject(error);
        else resolve(found);
      });
    });
    if (isPrimeOfKey(prime)) return prime;
  }
}
