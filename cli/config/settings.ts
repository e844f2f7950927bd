import type { ConditionOptions } from '../condition-options.ts';
import type { RawNarrowOptions } from '../narrow-options.ts';
import type { ConfigSettings } from './config-shape.ts';
import type { IgnoreRule } from './ignored-calls.ts';

/** How policies are to be made, from wherever it is said. */
export interface Settings extends RawNarrowOptions, ConditionOptions {
  readonly shortenActions?: boolean;
  readonly ignore?: readonly IgnoreRule[];
}

/** Returns what a configuration file, or a policy of it, says. */
export function settingsOf({
  scope,
  patterns,
  any,
  thresholds,
  caller,
  conditions,
  includeHidden,
  shortenActions,
  ignore,
}: ConfigSettings): Settings {
  return {
    ...(scope !== undefined && { scope }),
    ...(patterns !== undefined && { pattern: patterns }),
    ...(any !== undefined && { any }),
    ...(thresholds !== undefined && { threshold: thresholds }),
    ...(caller !== undefined && { caller }),
    ...(conditions !== undefined && { conditions }),
    ...(includeHidden !== undefined && { includeHidden }),
    ...(shortenActions !== undefined && { shortenActions }),
    ...(ignore !== undefined && { ignore }),
  };
}

/**
 * Returns settings with others for what they leave open. Of both the patterns stand one after the other, and the
 * thresholds, the caller's variables and the ignored calls together.
 */
export function withSettings<T extends Settings>(first: T, second: Settings): T & Settings {
  return {
    ...second,
    ...first,
    pattern: [...(first.pattern ?? []), ...(second.pattern ?? [])],
    threshold: { ...second.threshold, ...first.threshold },
    caller: { ...second.caller, ...first.caller },
    ignore: [...(first.ignore ?? []), ...(second.ignore ?? [])],
  };
}
