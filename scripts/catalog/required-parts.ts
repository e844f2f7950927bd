import type { WireOperation } from './model.ts';

/** Returns what tells an operation from others on its route: `query uploadId`, `header x-amz-copy-source`. */
export function requiredQueryAndHeaders(operation: WireOperation): readonly string[] {
  return [...operation.members]
    .filter(
      ([, { required, location }]) => required && (location === 'query' || location === 'header'),
    )
    .map(([name, member]) => {
      const wireName = member.wireName ?? name;
      return `${member.location} ${member.location === 'header' ? wireName.toLowerCase() : wireName}`;
    })
    .sort();
}
