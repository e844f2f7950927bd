import type { ApiCall, ObservedCall, ParameterValue, UnrecognisedCall } from '../aws/api-call.ts';
import { compareDenials } from './compare-denials.ts';

/**
 * Returns a number that is equal for equal calls, whatever the order of their parameters.
 * Allocates next to nothing: it runs for every call that the proxy carries, and building a text key instead
 * takes about four times as long. What varies most is hashed; `isSameCall` compares the rest.
 */
export function hashCall(call: ObservedCall): number {
  let hash = hashText(17, call.operation ?? call.host);
  hash = hashText(hash, call.identity);
  hash = hashText(hash, call.region);
  hash = hashText(hash, call.errorCode);
  hash =
    call.service === null
      ? hashText(hashText(hash, call.pathTemplate), call.target)
      : hash ^ hashParameters(call.parameters);
  // Thirty bits, so that V8 keeps the key as a small integer.
  return hash & 0x3fffffff;
}

/** Tells whether two calls differ in nothing, whatever the order of their parameters. */
export function isSameCall(a: ObservedCall, b: ObservedCall): boolean {
  if (
    a.operation !== b.operation ||
    a.region !== b.region ||
    a.partition !== b.partition ||
    a.account !== b.account ||
    a.identity !== b.identity ||
    a.outcome !== b.outcome ||
    a.status !== b.status ||
    a.errorCode !== b.errorCode ||
    a.client !== b.client ||
    compareDenials(a.denials, b.denials) !== 0
  ) {
    return false;
  }
  if (a.service === null) return b.service === null && isSameRequest(a, b);
  return a.service === b.service && areSameParameters(a.parameters, b.parameters);
}

function isSameRequest(a: UnrecognisedCall, b: UnrecognisedCall): boolean {
  return (
    a.host === b.host &&
    a.method === b.method &&
    a.pathTemplate === b.pathTemplate &&
    a.target === b.target &&
    a.signingName === b.signingName &&
    a.reason === b.reason
  );
}

function areSameParameters(a: ApiCall['parameters'], b: ApiCall['parameters']): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    const value = Object.hasOwn(b, name) ? b[name] : undefined;
    if (value === undefined || !isSameValue(a[name], value)) return false;
  }
  return true;
}

function isSameValue(a: ParameterValue | undefined, b: ParameterValue): boolean {
  if (typeof a === 'string' || typeof b === 'string' || a === undefined) return a === b;
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

// A sum, so that the order of the names does not matter.
function hashParameters(parameters: ApiCall['parameters']): number {
  let sum = 0;
  for (const name of Object.keys(parameters)) {
    const hash = hashText(31, name);
    const value = parameters[name];
    sum = (sum + (typeof value === 'object' ? hashTexts(hash, value) : hashText(hash, value))) | 0;
  }
  return sum;
}

function hashTexts(seed: number, texts: readonly string[]): number {
  let hash = seed;
  for (const text of texts) hash = hashText(hash, text);
  return hash;
}

// FNV-1a over UTF-16 code units, http://www.isthe.com/chongo/tech/comp/fnv/
function hashText(seed: number, text: string | null | undefined): number {
  let hash = seed;
  if (text === null || text === undefined) return Math.imul(hash ^ 0xffff, 0x01000193);
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return Math.imul(hash ^ text.length, 0x01000193);
}
