import type { ApiCall } from '../../aws/api-call.ts';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { isBlocked } from '../../aws/denial.ts';
import { nameBlock } from './name-block.ts';
import { ownDenials } from './own-denials.ts';

/** Why `authorize` has no permission for a call. */
export interface NoPermission {
  /** `unknown` where the policy may lack one, `denied` where no Allow would have helped. */
  readonly kind: 'none needed' | 'denied' | 'unknown';
  /** One sentence in lower case. */
  readonly reason: string;
}

/** Returns why a call has no permission, for one of which `authorize` returns none. */
export function whyNoPermission(call: ApiCall, catalog: CatalogSource): NoPermission {
  if (call.identity === null) {
    return {
      kind: 'none needed',
      reason: 'it was made without an AWS signature, and IAM decides on signed requests alone',
    };
  }
  const operations = catalog.findService(call.service)?.operations ?? {};
  const entry = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined;
  if (entry?.grants === undefined) {
    return { kind: 'unknown', reason: 'no action is known for it; the policy may lack one' };
  }
  if (call.outcome === 'denied') return { kind: 'denied', reason: whyDenied(call) };
  return { kind: 'none needed', reason: whyNeedless(entry.unsigned === true, entry.grants.length) };
}

function whyDenied(call: ApiCall): string {
  const blocking = ownDenials(call).find(isBlocked);
  return blocking === undefined
    ? 'AWS denied it, and named nothing that an Allow would answer'
    : `AWS denied it by ${nameBlock(blocking)}, which no Allow answers`;
}

function whyNeedless(isUnsigned: boolean, grants: number): string {
  if (isUnsigned) return 'AWS takes it without a signature';
  return grants === 0
    ? 'AWS asks for no permission for this operation'
    : 'this request asks for nothing that takes a permission';
}
