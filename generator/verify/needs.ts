import type { Conditions, Permission } from '../../iam/permission.ts';

/** The conditions of a need that has none: always this same object, so that it is quickly told. */
export const noConditions: Conditions = {};

/** One action on one resource that a policy must allow, and who asked for it first. */
export interface Need<Subject> {
  readonly action: string;
  /** As in the permission: `*` and `?` are unknown parts. */
  readonly resource: string;
  readonly conditions: Conditions;
  readonly subject: Subject;
}

/** All that a policy must allow, each need once. */
export interface Needs<Subject> extends Iterable<Need<Subject>> {
  /** Adds what a permission asks for. `subject` is kept for the needs that nobody had before: the call. */
  add(permission: Permission, subject: Subject): void;
}

interface Group<Subject> {
  readonly action: string;
  readonly conditions: Conditions;
  readonly subjects: Map<string, Subject>;
}

/** Collects needs in little memory: a million calls may ask for a million resources, but for few actions. */
export function createNeeds<Subject>(): Needs<Subject> {
  const groups = new Map<string, Group<Subject>>();
  return {
    add({ action, resources, conditions }, subject) {
      const isPlain = isEmpty(conditions);
      const id = isPlain ? action : `${action} ${JSON.stringify(conditions)}`;
      let group = groups.get(id);
      if (group === undefined) {
        group = { action, conditions: isPlain ? noConditions : conditions, subjects: new Map() };
        groups.set(id, group);
      }
      for (const resource of resources) {
        if (!group.subjects.has(resource)) group.subjects.set(resource, subject);
      }
    },
    *[Symbol.iterator]() {
      for (const { action, conditions, subjects } of groups.values()) {
        for (const [resource, subject] of subjects) yield { action, resource, conditions, subject };
      }
    },
  };
}

function isEmpty(conditions: Conditions): boolean {
  for (const operator in conditions) if (Object.hasOwn(conditions, operator)) return false;
  return true;
}
