import type { ApiCall } from '../../aws/api-call.ts';
import type { Denial } from '../../aws/denial.ts';

/**
 * Returns the denials of a call that are its caller's own. A service that works with a role of its own may say that the
 * role was denied: no policy of the caller helps there. A call without a signature is nobody's.
 */
export function ownDenials({ denials = [], identity, principal }: ApiCall): readonly Denial[] {
  if (identity === null) return [];
  return denials.filter(
    (denial) =>
      principal === undefined || denial.principal === null || denial.principal === principal,
  );
}
