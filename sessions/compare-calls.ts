import type { ApiCall, ObservedCall, ParameterValue, UnrecognisedCall } from '../aws/api-call.ts';
import { compareDenials } from './compare-denials.ts';

/**
 * Orders calls for storing: a number below zero, zero or above zero, as `Array.prototype.sort` wants it.
 * Zero means that both are the same distinct call: they differ in nothing but when and how often.
 * Recognised calls come first. Text is compared by UTF-16 code units, so that every machine agrees.
 *
 * INVARIANT: parameter names are in the order of `sortParameters`.
 */
export function compareCalls(a: ObservedCall, b: ObservedCall): number {
  if (a.service !== null && b.service !== null) return compareApiCalls(a, b);
  if (a.service === null && b.service === null) return compareUnrecognisedCalls(a, b);
  return a.service === null ? 1 : -1;
}

function compareApiCalls(a: ApiCall, b: ApiCall): number {
  return (
    compareText(a.service, b.service) ||
    compareText(a.operation, b.operation) ||
    compareParameters(a.parameters, b.parameters) ||
    compareCircumstances(a, b)
  );
}

function compareUnrecognisedCalls(a: UnrecognisedCall, b: UnrecognisedCall): number {
  return (
    compareText(a.signingName, b.signingName) ||
    compareText(a.host, b.host) ||
    compareText(a.method, b.method) ||
    compareText(a.pathTemplate, b.pathTemplate) ||
    compareText(a.target, b.target) ||
    compareText(a.reason, b.reason) ||
    compareCircumstances(a, b)
  );
}

function compareCircumstances(a: ObservedCall, b: ObservedCall): number {
  return (
    compareText(a.partition, b.partition) ||
    compareText(a.account, b.account) ||
    compareText(a.region, b.region) ||
    compareText(a.identity, b.identity) ||
    compareText(a.client, b.client) ||
    compareText(a.outcome, b.outcome) ||
    (a.status ?? -1) - (b.status ?? -1) ||
    compareText(a.errorCode, b.errorCode) ||
    compareDenials(a.denials, b.denials)
  );
}

function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

function compareParameters(a: ApiCall['parameters'], b: ApiCall['parameters']): number {
  if (a === b) return 0;
  const namesOfA = Object.keys(a);
  const namesOfB = Object.keys(b);
  for (let at = 0; at < namesOfA.length && at < namesOfB.length; at += 1) {
    const name = namesOfA[at] ?? '';
    const order =
      compareText(name, namesOfB[at] ?? '') || compareValues(a[name] ?? '', b[name] ?? '');
    if (order !== 0) return order;
  }
  return namesOfA.length - namesOfB.length;
}

function compareValues(a: ParameterValue, b: ParameterValue): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (typeof a === 'string' || typeof b === 'string') return typeof a === 'string' ? -1 : 1;
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const order = compareText(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
