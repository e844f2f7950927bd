import { compareCodePoints } from '../code-point-order.ts';
import type { NarrowRule } from './generalisation.ts';
import { type ResourceForm, writeResource } from './resource-form.ts';

/** A resource on its way into a policy, and the recorded resources that it stands for. */
export interface NarrowedItem {
  /** The text of its form. */
  readonly resource: string;
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
  const known = items.get(item.resource);
  items.set(item.resource, known === undefined ? item : takeIn(known, item));
}

/** Returns an item that stands for the recorded resources of another one as well. */
export function takeIn(item: NarrowedItem, other: NarrowedItem): NarrowedItem {
  return {
    resource: item.resource,
    form: item.form,
    rules: withRules(item.rules, other.rules),
    recorded: item.recorded + other.recorded,
    examples: firstOf(item.examples, other.examples),
  };
}

/** Returns an item with another form, by more rules. */
export function withForm(
  { rules, recorded, examples }: NarrowedItem,
  form: ResourceForm,
  more: readonly NarrowRule[],
): NarrowedItem {
  const resource = writeResource(form);
  return { resource, form, rules: withRules(rules, more), recorded, examples };
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

function firstOf(left: readonly string[], right: readonly string[]): readonly string[] {
  const last = left[mostExamples - 1];
  const [first] = right;
  // Resources are recorded in order, so that nearly all come behind those that are kept.
  const isBehind =
    last !== undefined && (first === undefined || compareCodePoints(last, first) <= 0);
  return isBehind ? left : [...left, ...right].sort(compareCodePoints).slice(0, mostExamples);
}
