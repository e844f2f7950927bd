import type { ApiCall } from '../../aws/api-call.ts';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { isBlocked } from '../../aws/denial.ts';
import { nameBlock } from './name-block.ts';
import { ownDenials } from './own-denials.ts';

/** Why `authorize` has no permission for a call. */
export interface NoPermission {
  /** True where a permission may be missing: nobody knows which. */
  readonly isUnknown: boolean;
  /** One sentence in lower case. */
  readonly reason: string;
}

/** Returns why a call needs no permission, for one of which `authorize` returns none. */
export function whyNoPermission(call: ApiCall, catalog: CatalogSource): NoPermission {
  const operations = catalog.findService(call.service)?.operations ?? {};
  const entry = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined;
  if (call.identity === null) {
    return isFine('it was made without an AWS signature, and IAM decides on signed requests alone');
  }
  const block = ownDenials(call).find(isBlocked);
  if (block !== undefined) {
    return isFine(`it was denied by ${nameBlock(block)}, which no Allow of the caller's answers`);
  }
  if (entry?.grants === undefined) {
    return { isUnknown: true, reason: 'no action is known for it; the policy may lack one' };
  }
  if (entry.unsigned === true) return isFine('AWS takes it without a signature');
  if (entry.grants.length === 0) return isFine('AWS asks for no permission for this operation');
  return isFine('this request asks for nothing that takes a permission');
}

function isFine(reason: string): NoPermission {
  return { isUnknown: false, reason };
}
