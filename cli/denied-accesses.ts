import type { CatalogSource } from '../aws/catalog/catalog.ts';
import type { DeniedAccess } from '../generator/narrow/find-denied.ts';
import { authorizeAsked } from '../iam/authorize/authorize.ts';
import { ownDenials } from '../iam/authorize/own-denials.ts';
import { writeValue } from '../iam/authorize/write-value.ts';
import { findKnownAction } from '../iam/reference/known-action.ts';
import type { RecognisedSessionCall } from '../sessions/session-call.ts';

/** Returns what AWS denied of a denied call: what it named, or where it named nothing, all that the call asked for. */
export function deniedAccesses(
  call: RecognisedSessionCall,
  catalog: CatalogSource,
): readonly DeniedAccess[] {
  const named = ownDenials(call).flatMap(({ action, resources }) => {
    const known = action === null ? undefined : findKnownAction(action, catalog);
    return known === undefined
      ? []
      : resources.map((resource) => ({
          action: known.name,
          resource: writeValue(resource).text,
        }));
  });
  if (named.length > 0) return named;
  return authorizeAsked(call, catalog).flatMap(({ action, resources }) =>
    resources.map((resource) => ({ action, resource })),
  );
}
