/** A place in a body on the way to wanted values, or of one. Built once for a set of wire paths. */
export interface WantedNode {
  readonly members: ReadonlyMap<string, WantedNode>;
  /** Where the items of a list go on; undefined where none of them is wanted. */
  readonly item: WantedNode | undefined;
  /** Where the values of a map go on, whatever their keys; undefined where none of them is wanted. */
  readonly value: WantedNode | undefined;
  /** The wire path whose values stand here. */
  readonly wire: string | undefined;
  /** The wire path whose values are the keys of the map that stands here. */
  readonly keysWire: string | undefined;
}

interface GrowingNode {
  readonly members: Map<string, GrowingNode>;
  item: GrowingNode | undefined;
  value: GrowingNode | undefined;
  wire: string | undefined;
  keysWire: string | undefined;
}

const built = new WeakMap<readonly string[], WantedNode>();

/**
 * Returns the tree of wire paths, so that a reader skips the rest: `TransactItems[].Put.TableName`, the keys of a map as
 * `RequestItems{}`, its values as `RoleMappings{}[].Type`.
 */
export function wantedTree(wires: readonly string[]): WantedNode {
  const known = built.get(wires);
  if (known !== undefined) return known;
  const root = emptyNode();
  for (const wire of wires) grow(root, wire);
  built.set(wires, root);
  return root;
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

/** Tells whether anything is wanted of a map or an object that stands here. */
export function hasWantedMembers(node: WantedNode): boolean {
  return node.members.size > 0 || node.keysWire !== undefined || node.value !== undefined;
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
  };
}
