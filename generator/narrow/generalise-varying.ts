import type { NarrowRule } from './generalisation.ts';
import type { NarrowThresholds } from './narrow-settings.ts';
import {
  addItem,
  type NarrowedItem,
  type NarrowedItems,
  takeIn,
  withForm,
} from './narrowed-item.ts';
import { isOwnId } from './own-id.ts';
import { extensionStart, isObjectKey, isPath } from './path-parts.ts';
import type { ResourceForm } from './resource-form.ts';
import { findPlace, type Place, type PlaceKind, placeKindsOf } from './varying-places.ts';

/**
 * Replaces by a wildcard each place in which enough resources differ that are otherwise equal. All items are of one
 * family. Place by place, so that a wildcard stays inside one part of one variable.
 */
export function generaliseVarying(
  items: NarrowedItems,
  thresholds: NarrowThresholds,
): NarrowedItems {
  const { paths, names, wholeNames } = thresholds;
  const least = Math.min(paths, names, wholeNames);
  if (items.size < least) return items;
  let narrowed = items;
  for (const kind of placeKindsOf(formsOf(items))) {
    if (narrowed.size < least) break;
    narrowed = generaliseKind(narrowed, kind, thresholds);
  }
  return narrowed;
}

function generaliseKind(
  items: NarrowedItems,
  kind: PlaceKind,
  thresholds: NarrowThresholds,
): NarrowedItems {
  const groups = groupByPlace(items, kind);
  let isAny = false;
  for (const group of groups) {
    if (group === undefined) continue;
    group.isMany = group.size >= thresholdOf(group.first.form, kind, thresholds);
    isAny ||= group.isMany;
  }
  return isAny ? openPlaces(items, groups, kind) : items;
}

/** Items that are equal but for one place. */
interface Alike {
  readonly first: NarrowedItem;
  /** What stands before and behind the place in its variable. */
  readonly before: string;
  readonly behind: string;
  size: number;
  isMany: boolean;
}

/** Returns the group of each item, in the items' order; undefined for those that do not have the place. */
function groupByPlace(items: NarrowedItems, kind: PlaceKind): readonly (Alike | undefined)[] {
  const known = new Map<number, Alike[]>();
  const groups: (Alike | undefined)[] = [];
  for (const item of items.values()) {
    const place = findPlace(item.form, kind);
    if (place === undefined) {
      groups.push(undefined);
      continue;
    }
    const hash = hashAround(item.form, kind, place);
    const candidates = known.get(hash);
    const found = candidates?.find((group) => isAlike(group, item.form, kind, place));
    const group = found ?? beginGroup(item, kind, place);
    group.size += 1;
    if (candidates === undefined) known.set(hash, [group]);
    else if (found === undefined) candidates.push(group);
    groups.push(group);
  }
  return groups;
}

function beginGroup(first: NarrowedItem, { variable }: PlaceKind, { start, end }: Place): Alike {
  const value = first.form.values[variable] ?? '';
  return { first, before: value.slice(0, start), behind: value.slice(end), size: 0, isMany: false };
}

function isAlike(
  { first, before, behind }: Alike,
  { values }: ResourceForm,
  { variable }: PlaceKind,
  { start, end }: Place,
): boolean {
  const value = values[variable] ?? '';
  return (
    before.length === start &&
    behind.length === value.length - end &&
    value.startsWith(before) &&
    value.endsWith(behind) &&
    values.every((other, at) => at === variable || other === first.form.values[at])
  );
}

function openPlaces(
  items: NarrowedItems,
  groups: readonly (Alike | undefined)[],
  kind: PlaceKind,
): NarrowedItems {
  const narrowed: NarrowedItems = new Map();
  const opened = new Map<Alike, NarrowedItem>();
  let at = 0;
  for (const item of items.values()) {
    const group = groups[at];
    at += 1;
    if (group?.isMany !== true) {
      addItem(narrowed, item);
      continue;
    }
    const known = opened.get(group);
    opened.set(group, known === undefined ? openPlace(item, group, kind) : takeIn(known, item));
  }
  for (const item of opened.values()) addItem(narrowed, item);
  return narrowed;
}

function openPlace(item: NarrowedItem, { before, behind }: Alike, kind: PlaceKind): NarrowedItem {
  const { form } = item;
  const values = form.values.with(kind.variable, `${before}*${behind}`);
  return withForm(item, { ...form, values }, [ruleOf(form, kind)]);
}

/** FNV-1a, folded to the 30 bits that the engine keeps without allocating. */
function hashAround({ values }: ResourceForm, { variable }: PlaceKind, place: Place): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? '';
    for (let index = 0; index < value.length; index += 1) {
      if (at === variable && index === place.start) {
        hash = Math.imul(hash ^ 1, 0x01000193);
        index = place.end;
        if (index >= value.length) break;
      }
      hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
    }
    hash = Math.imul(hash ^ 2, 0x01000193);
  }
  return (hash ^ (hash >>> 30)) & 0x3fffffff;
}

function thresholdOf(
  form: ResourceForm,
  kind: PlaceKind,
  { paths, names, wholeNames, below }: NarrowThresholds,
): number {
  const { variable, depth, token } = kind;
  const value = form.values[variable] ?? '';
  if (isPath(form, variable)) {
    if (form.type.service === 'secretsmanager') return names;
    const isFirst = token === undefined && depth === value.split('/').length - 1;
    if (!isFirst) return paths;
    if (!isObjectKey(form.type.variables[variable])) return names;
    // Files of a bucket without an extension are all of the bucket.
    return depth === 0 && extensionStart(value) === value.length ? below : paths;
  }
  if (token === undefined) return wholeNames;
  // An id that AWS made is one name, whatever its prefix.
  return isOwnId(form, variable) ? wholeNames : names;
}

function ruleOf(form: ResourceForm, { variable, depth, token }: PlaceKind): NarrowRule {
  if (token !== undefined) return 'manyParts';
  if (!isPath(form, variable)) return 'manyNames';
  return depth === 0 && isObjectKey(form.type.variables[variable]) ? 'manyFiles' : 'manyParts';
}

function* formsOf(items: NarrowedItems): Generator<ResourceForm> {
  for (const { form } of items.values()) yield form;
}
