import type {
  AuthorizedAction,
  ReferenceOperation,
  ServiceReference,
} from './service-reference.ts';

/** Returns AWS's reference of a service prefix, where there is one. */
export type FindServiceReference = (prefix: string) => ServiceReference | undefined;

/**
 * Returns the one action of AWS's list that every call of an operation asks for, or undefined where the list does not
 * tell it from those that only some calls ask for. The list is an upper bound: CopyObject's holds PutObjectLegalHold.
 * An action of the operation's own name is taken before all others; then one that alone is left without actions that
 * only tag, that come with the value of a condition key (a role is passed, or is not) or that belong to other services.
 */
export function chooseAction(
  operation: ReferenceOperation,
  prefix: string,
  findReference: FindServiceReference,
): AuthorizedAction | undefined {
  const known = operation.actions.filter(
    ({ service, name }) => findReference(service)?.actions.has(name) === true,
  );
  const sameName = known.filter(({ name }) => isSameName(name, operation.name));
  const ownFirst = sameName.find(({ service }) => service === prefix) ?? only(sameName);
  if (ownFirst !== undefined) return ownFirst;
  const plain = known.filter(
    ({ service, name, hasContext }) =>
      !hasContext && findReference(service)?.actions.get(name)?.level !== 'Tagging',
  );
  const own = plain.filter(({ service }) => service === prefix);
  return only(own.length > 0 ? own : plain);
}

/** Tells whether an action has an operation's name; AWS does not always spell both alike. */
export function isSameName(action: string, operation: string): boolean {
  return action.toLowerCase() === operation.toLowerCase();
}

// An action may be listed twice, once for each value of a condition key.
function only(actions: readonly AuthorizedAction[]): AuthorizedAction | undefined {
  const distinct = new Set(actions.map(({ service, name }) => `${service}:${name}`));
  return distinct.size === 1 ? actions[0] : undefined;
}
