import type { ApiCall } from '../../aws/api-call.ts';
import { isBlocked } from '../../aws/denial.ts';
import type { Permission } from '../permission.ts';
import { ownDenials } from './own-denials.ts';

/**
 * Returns what a call would need once other policies than the caller's own let it: where no boundary, service control or
 * other policy allowed it when it was recorded. None where a policy denied it by an explicit deny.
 */
export function offerBlocked(call: ApiCall, asked: readonly Permission[]): readonly Permission[] {
  const blocking = ownDenials(call).filter(isBlocked);
  const [first] = blocking;
  if (first === undefined || blocking.some(({ isExplicit }) => isExplicit)) return [];
  return asked.map((permission) => ({
    ...permission,
    because: `${permission.because}; no ${first.deniedBy} allowed it when it was recorded, so this alone would not help`,
  }));
}
