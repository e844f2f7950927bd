import type { BuiltService } from '../build-service.ts';
import type { BoundVariable } from './note-variables.ts';

/** A binding that is to be judged by hand. */
export type SampledBinding = BoundVariable & { readonly service: string };

/**
 * Draws bindings of each rule, the same for the same seed: `count` of each rule, or all where it has fewer. A variable
 * of one operation is drawn once, however many of its actions are checked on it.
 */
export function sampleBindings(
  built: readonly BuiltService[],
  count: number,
  seed: number,
): readonly SampledBinding[] {
  const all = built.flatMap(({ entry, bindings }) =>
    bindings.map((binding) => ({ service: entry.service, ...binding })),
  );
  const distinct = new Map(
    all.map((one) => [[one.service, one.operation, one.type, one.variable].join(' '), one]),
  );
  const rules = [...new Set(all.map(({ rule }) => rule))].sort();
  return rules.flatMap((rule) => {
    const ofRule = [...distinct].filter(([, binding]) => binding.rule === rule);
    const order = ofRule.map(([key, binding]) => ({ key: hash(`${seed} ${key}`), binding }));
    return order
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ binding }) => binding);
  });
}

// FNV-1a: what is drawn hangs on the binding alone, so a binding more or less changes little of the sample.
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return state >>> 0;
}
