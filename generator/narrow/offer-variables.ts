import { sortDistinct } from '../code-point-order.ts';
import type { Caller } from './user-pattern.ts';

/** A part of a resource that is the caller's own, for which a policy variable could stand. */
export interface VariableOffer {
  /** The resource as it stands in the policy. */
  readonly resource: string;
  /** What the part is, and the policy variable that stands for it. */
  readonly value: string;
  readonly variable: string;
  /** The resource with the variable in its place: a pattern that can be asked for. */
  readonly pattern: string;
}

/**
 * Finds the parts between slashes and colons that are the caller's own name, tag or account. Only the part after the
 * account is looked at: the account of an ARN says where a resource is, not who asks.
 */
export function offerVariables(
  resources: Iterable<string>,
  caller: Caller,
): readonly VariableOffer[] {
  const known = Object.entries(caller).filter(([, value]) => value !== '');
  if (known.length === 0) return [];
  return sortDistinct(resources).flatMap((resource) => {
    const [, head, rest] = /^(arn:[^:]*:[^:]*:[^:]*:[^:]*:)(.+)$/s.exec(resource) ?? [];
    if (head === undefined || rest === undefined) return [];
    const parts = rest.split(/([/:])/);
    return known.flatMap(([variable, value]) =>
      parts.includes(value)
        ? {
            resource,
            value,
            variable,
            pattern:
              head + parts.map((part) => (part === value ? `\${${variable}}` : part)).join(''),
          }
        : [],
    );
  });
}
