import { namesPlace } from './name-parts.ts';
import { addItem, type NarrowedItem, type NarrowedItems, withForm } from './narrowed-item.ts';
import { extensionStart, isObjectKey, isPath } from './path-parts.ts';

/**
 * Replaces what is left below one folder by one wildcard, where it is `threshold` resources or more: deepest folders first,
 * with the files' extension where all have the same. All items are of one family.
 */
export function generaliseBelow(items: NarrowedItems, threshold: number): NarrowedItems {
  if (items.size < threshold) return items;
  let narrowed = items;
  const deepest = Math.max(0, ...depthsOf(items));
  for (let depth = deepest; depth >= 0; depth -= 1) {
    narrowed = generaliseAt(narrowed, depth, threshold);
  }
  return narrowed;
}

function generaliseAt(items: NarrowedItems, depth: number, threshold: number): NarrowedItems {
  const groups = new Map<string, NarrowedItem[]>();
  const narrowed: NarrowedItems = new Map();
  for (const [resource, item] of items) {
    const folder = folderAt(item, depth);
    if (folder === undefined) {
      narrowed.set(resource, item);
      continue;
    }
    const key = [...item.form.values.slice(0, -1), folder].join('\u0000');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  for (const members of groups.values()) {
    const extension = members.length < threshold ? undefined : commonExtension(members);
    for (const item of members) {
      if (extension === undefined) addItem(narrowed, item);
      else addItem(narrowed, generaliseItem(item, depth, extension));
    }
  }
  return narrowed;
}

function generaliseItem(item: NarrowedItem, depth: number, extension: string): NarrowedItem {
  const { form } = item;
  const values = form.values.with(-1, `${folderAt(item, depth) ?? ''}*${extension}`);
  return values.at(-1) === form.values.at(-1)
    ? item
    : withForm(item, { ...form, values }, ['below']);
}

/** The folder of so many parts that a resource lies in, with its slash; undefined where it lies in none. */
function folderAt({ form }: NarrowedItem, depth: number): string | undefined {
  const last = form.values.length - 1;
  if (!isPath(form, last)) return undefined;
  // Everything of a variable is not below a folder, unless that variable is a bucket's key.
  if (depth === 0 && !isObjectKey(form.type.variables[last])) return undefined;
  const parts = (form.values[last] ?? '').split('/');
  const next = parts[depth];
  if (next === undefined || namesPlace(next)) return undefined;
  return parts
    .slice(0, depth)
    .map((part) => `${part}/`)
    .join('');
}

/** The extension that the files of all items have; empty where they differ, or are no files. */
function commonExtension(items: readonly NarrowedItem[]): string {
  const extensions = new Set(
    items.map(({ form }) => {
      const value = form.values.at(-1) ?? '';
      const file = value.slice(value.lastIndexOf('/') + 1);
      return isObjectKey(form.type.variables.at(-1)) ? file.slice(extensionStart(file)) : '';
    }),
  );
  return extensions.size === 1 ? ([...extensions][0] ?? '') : '';
}

function depthsOf(items: NarrowedItems): ReadonlySet<number> {
  const depths = new Set<number>();
  for (const { form } of items.values()) {
    depths.add((form.values.at(-1) ?? '').split('/').length - 1);
  }
  return depths;
}
