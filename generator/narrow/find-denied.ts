import { indexPatterns } from '../covering-patterns.ts';

/** An access that AWS denied while it was recorded. */
export interface DeniedAccess {
  readonly action: string;
  readonly resource: string;
}

/** Finds the denied accesses that a pattern would allow. */
export interface DeniedAccesses {
  /** Returns the denied resources of an action that a pattern matches, other than the pattern itself; sorted. */
  matchedBy(action: string, pattern: string): readonly string[];
}

/** Indexes what was denied by action. */
export function indexDenied(denied: Iterable<DeniedAccess>): DeniedAccesses {
  const byAction = new Map<string, Set<string>>();
  for (const { action, resource } of denied) {
    const known = byAction.get(action);
    if (known === undefined) byAction.set(action, new Set([resource]));
    else known.add(resource);
  }
  return {
    matchedBy(action, pattern) {
      const resources = byAction.get(action);
      if (resources === undefined) return [];
      const index = indexPatterns([pattern]);
      return [...resources].filter((resource) => index?.covers(resource)).sort();
    },
  };
}
