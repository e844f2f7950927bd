import { compareCodePoints } from '../code-point-order.ts';
import type { NarrowRule } from './generalisation.ts';
import { type ResourceForm, writeResource } from './resource-form.ts';

/** A resource on its way into a policy, and the recorded resources that it stands for. */
export interface NarrowedItem {
  readonly form: ResourceForm;
  readonly rules: readonly NarrowRule[];
  /** How many distinct recorded resources it stands for. */
  readonly recorded: number;
  /** The first few of them, sorted. */
  readonly examples: readonly string[];
}

/** Items by their resource: no two have the same. */
export type NarrowedItems = Map<string, NarrowedItem>;

/** How many recorded resources are kept to be shown. */
export const mostExamples = 3;

/** Adds an item; where its resource is there already, one item stands for the recorded resources of both. */
export function addItem(items: NarrowedItems, item: NarrowedItem): void {
  const resource = writeResource(item.form);
  const known = items.get(resource);
  items.set(resource, known === undefined ? item : unite(known, item));
}

/** Returns an item with another form, by one more rule. */
export function withForm(item: NarrowedItem, form: ResourceForm, rule: NarrowRule): NarrowedItem {
  return { ...item, form, rules: withRules(item.rules, [rule]) };
}

/** Returns two lists of rules as one, sorted, each once. */
export function withRules(
  rules: readonly NarrowRule[],
  more: readonly NarrowRule[],
): readonly NarrowRule[] {
  return more.every((rule) => rules.includes(rule))
    ? rules
    : [...new Set([...rules, ...more])].sort();
}

function unite(left: NarrowedItem, right: NarrowedItem): NarrowedItem {
  return {
    form: left.form,
    rules: withRules(left.rules, right.rules),
    recorded: left.recorded + right.recorded,
    examples: [...left.examples, ...right.examples].sort(compareCodePoints).slice(0, mostExamples),
  };
}
