import type { NarrowRule } from './generalisation.ts';
import type { NarrowThresholds } from './narrow-settings.ts';
import { addItem, type NarrowedItem, type NarrowedItems, withForm } from './narrowed-item.ts';
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
  const { hashes, counts } = hashSurroundings(items, kind);
  const groups = new Map<string, NarrowedItem[]>();
  let at = -1;
  for (const item of items.values()) {
    at += 1;
    const alike = counts.get(hashes[at] ?? noPlace) ?? 0;
    if (alike === 0 || alike < thresholdOf(item.form, kind, thresholds)) continue;
    const place = findPlace(item.form, kind);
    if (place === undefined) continue;
    const key = replace(item.form, kind, place, '\u0001').join('\u0000');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const general = new Set<NarrowedItem>();
  for (const members of groups.values()) {
    const [first] = members;
    if (first === undefined || members.length < thresholdOf(first.form, kind, thresholds)) continue;
    for (const item of members) general.add(item);
  }
  return general.size === 0 ? items : openPlaces(items, general, kind);
}

function openPlaces(
  items: NarrowedItems,
  general: ReadonlySet<NarrowedItem>,
  kind: PlaceKind,
): NarrowedItems {
  const narrowed: NarrowedItems = new Map();
  for (const [resource, item] of items) {
    const place = general.has(item) ? findPlace(item.form, kind) : undefined;
    if (place === undefined) {
      const known = narrowed.get(resource);
      if (known === undefined) narrowed.set(resource, item);
      else addItem(narrowed, item);
      continue;
    }
    const values = replace(item.form, kind, place, '*');
    const form = { head: item.form.head, type: item.form.type, values };
    addItem(narrowed, withForm(item, form, [ruleOf(item.form, kind)]));
  }
  return narrowed;
}

interface Surroundings {
  /** Of each item in order, a number that is equal for equal surroundings of a place, and for few others. */
  readonly hashes: Int32Array;
  /** How many items have each. */
  readonly counts: ReadonlyMap<number, number>;
}

const noPlace = -1;

function hashSurroundings(items: NarrowedItems, kind: PlaceKind): Surroundings {
  const hashes = new Int32Array(items.size).fill(noPlace);
  const counts = new Map<number, number>();
  let at = -1;
  for (const { form } of items.values()) {
    at += 1;
    const place = findPlace(form, kind);
    if (place === undefined) continue;
    const hash = hashAround(form, kind, place);
    hashes[at] = hash;
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return { hashes, counts };
}

/** FNV-1a, folded to the 30 bits that the engine keeps without allocating. */
function hashAround({ values }: ResourceForm, { variable }: PlaceKind, place: Place): number {
  let hash = 0x811c9dc5;
  for (const [at, value] of values.entries()) {
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

function replace(
  { values }: ResourceForm,
  { variable }: PlaceKind,
  { start, end }: Place,
  by: string,
): readonly string[] {
  return values.map((value, at) =>
    at === variable ? value.slice(0, start) + by + value.slice(end) : value,
  );
}

function* formsOf(items: NarrowedItems): Generator<ResourceForm> {
  for (const { form } of items.values()) yield form;
}
