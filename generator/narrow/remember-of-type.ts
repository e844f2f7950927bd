import type { ResourceType } from './resource-types.ts';

/**
 * Returns a function that works out once for each resource type of the catalog what `tell` says of it: a million resources
 * have few types.
 */
export function rememberOfType<T>(tell: (type: ResourceType) => T): (type: ResourceType) => T {
  const told = new WeakMap<ResourceType, { readonly answer: T }>();
  return (type) => {
    // A type that the catalog does not know is made anew for each resource.
    if (type.key === '') return tell(type);
    const known = told.get(type);
    if (known !== undefined) return known.answer;
    const answer = tell(type);
    told.set(type, { answer });
    return answer;
  };
}
