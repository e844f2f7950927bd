/** Values that are wanted only of a list's items that have a certain member, or that lack it. */
export interface ItemRule {
  /** The wire path under which they are kept: `Delete.Object[!VersionId].Key`. */
  readonly wire: string;
  /** The wire path of the values of all items: `Delete.Object[].Key`. */
  readonly valueWire: string;
  /** The wire path of the member that decides: `Delete.Object[].VersionId`. */
  readonly testWire: string;
  readonly isLacking: boolean;
}

/** A place in a body on the way to wanted values, or of one. Built once for a set of wire paths. */
export interface WantedNode {
  readonly members: ReadonlyMap<string, WantedNode>;
  /** The members again, by the length of their names in bytes. */
  readonly byLength: readonly (readonly NamedMember[])[];
  /** Whether a map that stands here leads on to wanted values or keys. */
  readonly isMapWanted: boolean;
  /** Where the items of a list go on; undefined where none of them is wanted. */
  readonly item: WantedNode | undefined;
  /** Where the values of a map go on, whatever their keys; undefined where none of them is wanted. */
  readonly value: WantedNode | undefined;
  /** The wire path whose values stand here. */
  readonly wire: string | undefined;
  /** The wire path whose values are the keys of the map that stands here. */
  readonly keysWire: string | undefined;
  /** Of an item: what is wanted of it only if it has, or lacks, a member. */
  readonly rules: readonly ItemRule[];
}

interface NamedMember {
  readonly name: Uint8Array;
  readonly node: WantedNode;
}

interface GrowingNode {
  readonly members: Map<string, GrowingNode>;
  item: GrowingNode | undefined;
  value: GrowingNode | undefined;
  wire: string | undefined;
  keysWire: string | undefined;
  readonly rules: ItemRule[];
}

const built = new WeakMap<readonly string[], WantedNode>();

/**
 * Returns the tree of wire paths, so that a reader skips the rest: `TransactItems[].Put.TableName`, the keys of a map as
 * `RequestItems{}`, its values as `RoleMappings{}[].Type`, and `Delete.Object[!VersionId].Key` for the items without that
 * member.
 */
export function wantedTree(wires: readonly string[]): WantedNode {
  const known = built.get(wires);
  if (known !== undefined) return known;
  const growing = emptyNode();
  for (const wire of wires) {
    const rule = ruleOf(wire);
    if (rule === undefined) grow(growing, wire);
    else growRule(growing, rule);
  }
  const root = finish(growing);
  built.set(wires, root);
  return root;
}

/**
 * Returns the member whose name stands at these bytes, or where the values of a map go on whatever their names. Making a
 * text of each name would take longer than all else.
 */
export function findMember(
  { byLength, value }: WantedNode,
  bytes: Uint8Array,
  start: number,
  end: number,
): WantedNode | undefined {
  const length = end - start;
  if (length >= byLength.length) return value;
  for (const { name, node } of byLength[length] ?? []) {
    if (standsAt(bytes, start, name)) return node;
  }
  return value;
}

/** Tells whether the bytes of a name stand in others, where these are long enough. */
export function standsAt(bytes: Uint8Array, start: number, name: Uint8Array): boolean {
  for (let at = 0; at < name.length; at += 1) {
    if (bytes[start + at] !== name[at]) return false;
  }
  return true;
}

const filter = /^([^[]*(?:\[\][^[]*)*)\[(!?)(\w+)\]/;

function ruleOf(wire: string): ItemRule | undefined {
  const [, list, mark, member] = filter.exec(wire) ?? [];
  if (list === undefined) return undefined;
  return {
    wire,
    valueWire: wire.replace(filter, '$1[]'),
    testWire: `${list}[].${member}`,
    isLacking: mark === '!',
  };
}

function growRule(root: GrowingNode, rule: ItemRule): void {
  grow(root, rule.valueWire);
  grow(root, rule.testWire);
  let node = root;
  for (const step of rule.testWire.split('.').slice(0, -1)) {
    const member = node.members.get(step.replace(/\[\]$/, '')) ?? emptyNode();
    node = step.endsWith('[]') ? itemOf(member) : member;
  }
  node.rules.push(rule);
}

function grow(root: GrowingNode, wire: string): void {
  let node = root;
  for (const step of wire.split('.')) {
    const name = step.replace(/[[{].*$/, '');
    const member = node.members.get(name) ?? emptyNode();
    node.members.set(name, member);
    node = member;
    for (const mark of step.slice(name.length).match(/\{\}\[\]|\[\]|\{\}/g) ?? []) {
      if (mark === '{}') {
        node.keysWire = wire;
        return;
      }
      node = mark === '[]' ? itemOf(node) : mapValueOf(node);
    }
  }
  node.wire = wire;
}

function itemOf(node: GrowingNode): GrowingNode {
  const item = node.item ?? emptyNode();
  node.item = item;
  return item;
}

function mapValueOf(node: GrowingNode): GrowingNode {
  const value = node.value ?? emptyNode();
  node.value = value;
  return value;
}

function emptyNode(): GrowingNode {
  return {
    members: new Map(),
    item: undefined,
    value: undefined,
    wire: undefined,
    keysWire: undefined,
    rules: [],
  };
}

function finish({ members, item, value, wire, keysWire, rules }: GrowingNode): WantedNode {
  const finished = new Map([...members].map(([name, member]) => [name, finish(member)]));
  const named = [...finished].map(([name, node]) => ({ name: Buffer.from(name), node }));
  const longest = Math.max(-1, ...named.map(({ name }) => name.length));
  return {
    members: finished,
    byLength: Array.from({ length: longest + 1 }, (_, length) =>
      named.filter(({ name }) => name.length === length),
    ),
    isMapWanted: members.size > 0 || keysWire !== undefined || value !== undefined,
    item: item && finish(item),
    value: value && finish(value),
    wire,
    keysWire,
    rules,
  };
}
