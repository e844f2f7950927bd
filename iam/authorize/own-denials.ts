import type { ApiCall } from '../../aws/api-call.ts';
import type { Denial } from '../../aws/denial.ts';

/**
 * Returns the denials of a call that are its caller's own. A service that works with a role of its own may say that the
 * role was denied: no policy of the caller helps there.
 */
export function ownDenials({ denials = [], principal }: ApiCall): readonly Denial[] {
  return denials.filter(
    (denial) =>
      principal === undefined || denial.principal === null || denial.principal === principal,
  );
}
