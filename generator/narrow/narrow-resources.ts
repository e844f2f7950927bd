import type { Mask } from './create-mask.ts';
import type { NarrowRule } from './generalisation.ts';
import { generaliseBelow } from './generalise-below.ts';
import { generaliseVarying } from './generalise-varying.ts';
import { type LearntTails, learnTails } from './learn-tails.ts';
import type { MadeResources } from './made-resources.ts';
import { maskResource } from './mask-resource.ts';
import type { NarrowOptions } from './narrow-options.ts';
import { type ArnField, defaultThresholds, type NarrowThresholds } from './narrow-settings.ts';
import {
  addItem,
  mostExamples,
  type NarrowedItem,
  type NarrowedItems,
  withForm,
  withRules,
} from './narrowed-item.ts';
import { isOwnId } from './own-id.ts';
import { partsByService, type ServicePart } from './parts-by-service.ts';
import { familyOf, parseResource, type ResourceForm, writeResource } from './resource-form.ts';
import type { ResourceTypes } from './resource-types.ts';
import { isTestName } from './test-names.ts';

/** Resources that are granted alike: those of one action under the same conditions. */
export interface ResourceGroup {
  readonly resources: ReadonlySet<string>;
}

/** A resource as it is to be granted. */
export interface NarrowedResource {
  readonly resource: string;
  /** Empty where it is as recorded. */
  readonly rules: readonly NarrowRule[];
  readonly recorded: number;
  readonly examples: readonly string[];
}

/** What narrowing needs to know besides the resources. */
export interface NarrowContext extends NarrowOptions {
  readonly types: ResourceTypes;
  readonly made: MadeResources;
  readonly mask: Mask;
}

/** What is granted of one group: what a user's pattern takes or what stays as it is, and the rest. */
interface Draft {
  readonly settled: Map<string, Omit<NarrowedResource, 'resource'>>;
  readonly narrowed: NarrowedResource[];
}

/** Items of one group by family: those that may become one. */
type Families = Map<string, NarrowedItems>;

/**
 * Returns the resources of each group with wildcards where they vary, in the order of the groups. What varies from run
 * to run is learnt from all groups together; what one action touches many of, from its group alone.
 */
export function narrowResources(
  groups: readonly ResourceGroup[],
  context: NarrowContext,
): readonly Iterable<NarrowedResource>[] {
  const drafts = groups.map((): Draft => ({ settled: new Map(), narrowed: [] }));
  for (const part of partsByService(groups.map(({ resources }) => resources))) {
    narrowPart(part, drafts, context);
  }
  return drafts.map((draft) => finish(draft, context.anyFields ?? []));
}

function narrowPart(part: ServicePart, drafts: readonly Draft[], context: NarrowContext): void {
  const known = new Map<string, NarrowedItem | undefined>();
  const families = new Map<Draft, Families>();
  for (const [at, resources] of part) {
    const draft = drafts[at];
    if (draft !== undefined) families.set(draft, familiesOf(resources, draft, context, known));
  }
  known.clear();
  if (context.scope === 'pattern') generaliseAll([...families.values()], context);
  for (const [{ narrowed }, own] of families) {
    for (const { resource, rules, recorded, examples } of itemsOf(own)) {
      narrowed.push({ resource, rules, recorded, examples });
    }
  }
}

/** `known` holds the items of resources that were in an earlier group: many actions are asked for one resource. */
function familiesOf(
  resources: readonly string[],
  draft: Draft,
  context: NarrowContext,
  known: Map<string, NarrowedItem | undefined>,
): Families {
  const { patterns = [] } = context;
  const families: Families = new Map();
  for (const resource of resources) {
    const pattern = patterns.find((one) => one.matches(resource));
    const item = pattern === undefined ? itemOf(resource, context, known) : undefined;
    if (item !== undefined) addToFamily(families, item);
    else settle(draft, resource, pattern?.resource);
  }
  return families;
}

function settle({ settled }: Draft, resource: string, pattern: string | undefined): void {
  const key = pattern ?? resource;
  const known = settled.get(key);
  const isOther = key !== resource;
  settled.set(key, {
    rules: isOther ? ['userPattern'] : (known?.rules ?? []),
    recorded: (known?.recorded ?? 0) + 1,
    examples: [...(known?.examples ?? []), resource].sort().slice(0, mostExamples),
  });
}

function itemOf(
  resource: string,
  context: NarrowContext,
  known: Map<string, NarrowedItem | undefined>,
): NarrowedItem | undefined {
  const before = known.get(resource);
  if (before !== undefined || known.has(resource)) return before;
  const item = toItem(resource, context);
  known.set(resource, item);
  return item;
}

function toItem(
  resource: string,
  { scope, types, made, mask }: NarrowContext,
): NarrowedItem | undefined {
  const form = scope === 'exact' ? undefined : parseResource(resource, types);
  if (form === undefined) return undefined;
  const masked = scope === 'type' ? ofWholeType(form) : maskResource(form, { made, mask });
  const { rules } = masked;
  const written = rules.length === 0 ? resource : writeResource(masked.form);
  return { resource: written, form: masked.form, rules, recorded: 1, examples: [resource] };
}

function ofWholeType(form: ResourceForm): { form: ResourceForm; rules: readonly NarrowRule[] } {
  const isWhole = form.values.every((value) => value === '*');
  return isWhole
    ? { form, rules: [] }
    : { form: { ...form, values: form.values.map(() => '*') }, rules: ['type'] };
}

/** Until nothing changes: a wildcard makes resources alike that were not, and these may be many. */
function generaliseAll(groups: readonly Families[], { made, ...context }: NarrowContext): void {
  const thresholds = { ...defaultThresholds, ...context.thresholds };
  // An id that AWS made for something that was there before is that thing's alone; and who a program is allowed to be, or
  // to hand over, is not widened because there are two.
  const isExempt = (form: ResourceForm, at: number) =>
    isOwnId(form, at)
      ? !made.makes(form, at)
      : isIdentity(form) && !isTestName(form.values[at] ?? '');
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    const tails = learnTails(formsOf(groups), thresholds, isExempt);
    const opened = new Map<NarrowedItem, NarrowedItem>();
    for (const families of groups) {
      for (const [family, items] of families) {
        const learnt = applyTails(items, tails, opened);
        const narrowed = generaliseMany(learnt, thresholds);
        if (learnt !== items || narrowed.size < learnt.size) hasChanged = true;
        families.set(family, narrowed);
      }
    }
  }
}

/** Returns the very same items where nothing was learnt of them. `opened` holds those that other groups have as well. */
function applyTails(
  items: NarrowedItems,
  tails: LearntTails,
  opened: Map<NarrowedItem, NarrowedItem>,
): NarrowedItems {
  const changed = new Map<NarrowedItem, NarrowedItem>();
  for (const item of items.values()) {
    const known = opened.get(item) ?? openTails(item, tails);
    if (known === item) continue;
    opened.set(item, known);
    changed.set(item, known);
  }
  if (changed.size === 0) return items;
  const learnt: NarrowedItems = new Map();
  for (const item of items.values()) if (!changed.has(item)) learnt.set(item.resource, item);
  for (const item of changed.values()) addItem(learnt, item);
  return learnt;
}

function openTails(item: NarrowedItem, tails: LearntTails): NarrowedItem {
  const found = tails.apply(item.form);
  return found === undefined ? item : withForm(item, found.form, found.rules);
}

/** Who a program is allowed to be, or to hand over, is never widened because it is many. */
function generaliseMany(items: NarrowedItems, thresholds: NarrowThresholds): NarrowedItems {
  const [first] = items.values();
  if (first !== undefined && isIdentity(first.form)) return items;
  return generaliseBelow(generaliseVarying(items, thresholds), thresholds.below);
}

function isIdentity({ type }: ResourceForm): boolean {
  return type.service === 'iam';
}

function* finish(draft: Draft, anyFields: readonly ArnField[]): Generator<NarrowedResource> {
  if (anyFields.length === 0) {
    yield* resourcesOf(draft);
    return;
  }
  const opened = new Map<string, NarrowedResource>();
  for (const one of resourcesOf(draft)) {
    const resource = openFields(one.resource, anyFields);
    const known = opened.get(resource);
    const rules = withRules(one.rules, resource === one.resource ? [] : ['anyField']);
    opened.set(resource, {
      resource,
      rules: withRules(known?.rules ?? [], rules),
      recorded: (known?.recorded ?? 0) + one.recorded,
      examples: [...(known?.examples ?? []), ...one.examples].sort().slice(0, mostExamples),
    });
  }
  yield* opened.values();
}

function* resourcesOf({ settled, narrowed }: Draft): Generator<NarrowedResource> {
  for (const [resource, { rules, recorded, examples }] of settled) {
    yield { resource, rules, recorded, examples };
  }
  yield* narrowed;
}

const fieldIndexes: Readonly<Record<ArnField, number>> = { partition: 1, region: 3, account: 4 };

function openFields(resource: string, anyFields: readonly ArnField[]): string {
  if (anyFields.length === 0 || !resource.startsWith('arn:')) return resource;
  const fields = resource.split(':');
  for (const field of anyFields) {
    const at = fieldIndexes[field];
    if (fields[at] !== undefined && fields[at] !== '') fields[at] = '*';
  }
  return fields.join(':');
}

function addToFamily(families: Families, item: NarrowedItem): void {
  const family = familyOf(item.form);
  const items: NarrowedItems = families.get(family) ?? new Map();
  families.set(family, items);
  addItem(items, item);
}

function* formsOf(groups: readonly Families[]): Generator<ResourceForm> {
  for (const families of groups) for (const { form } of itemsOf(families)) yield form;
}

function* itemsOf(families: Families): Generator<NarrowedItem> {
  for (const items of families.values()) yield* items.values();
}
