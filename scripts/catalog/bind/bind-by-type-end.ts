import type { WireOperation } from '../model.ts';
import { isBelowType } from './operation-noun.ts';
import { normalise, type Parameters } from './parameters.ts';

/**
 * Finds the parameter that is called after the end of a resource type's name, in an operation that is about the type:
 * `bundleId` of GetConfigurationBundle for a `configuration-bundle`. Undefined where none or more than one could be it.
 * `endings` is what may follow the type's end in the parameter's name.
 */
export function findByTypeEnd(
  operation: WireOperation,
  parameters: Parameters,
  type: string,
  endings: readonly string[],
): string | undefined {
  const kind = normalise(type);
  if (!isBelowType(operation.name, kind)) return undefined;
  const found = parameters.names().filter((name) =>
    endings.some((ending) => {
      const stem = name.endsWith(ending) ? name.slice(0, -ending.length) : '';
      return stem.length >= minStem && stem !== kind && kind.endsWith(stem);
    }),
  );
  const [only] = found;
  return found.length === 1 && only !== undefined ? parameters.find(only) : undefined;
}

/** `job` and `api` say which part of the type is meant; shorter ends are chance. */
const minStem = 3;
