import type { Permission } from '../iam/permission.ts';

/** A condition that holds for recorded calls, but is not written. */
export interface AvailableCondition {
  /** `s3:prefix`. */
  readonly key: string;
  /** The actions that it would hold, sorted. */
  readonly actions: readonly string[];
}

/** Collects the conditions that are not written. */
export interface AvailableConditions {
  add(permission: Permission): void;
  /** Returns them by key. */
  list(): readonly AvailableCondition[];
}

/** Returns a collection without any condition yet. */
export function collectAvailable(): AvailableConditions {
  const actionsOf = new Map<string, Set<string>>();
  return {
    add({ action, available }) {
      if (available === undefined) return;
      for (const key of available) {
        const actions = actionsOf.get(key);
        if (actions === undefined) actionsOf.set(key, new Set([action]));
        else actions.add(action);
      }
    },
    list: () =>
      [...actionsOf]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, actions]) => ({ key, actions: [...actions].sort() })),
  };
}
