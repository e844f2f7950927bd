/** A place in a body on the way to wanted values, or of one. Built once for a set of wire paths. */
export interface WantedNode {
  readonly members: ReadonlyMap<string, WantedNode>;
  /** Where the items of a list go on; undefined where none of them is wanted. */
  readonly item: WantedNode | undefined;
  /** The wire path whose values stand here. */
  readonly wire: string | undefined;
  /** The wire path whose values are the keys of the map that stands here. */
  readonly keysWire: string | undefined;
}

interface GrowingNode {
  readonly members: Map<string, GrowingNode>;
  item: GrowingNode | undefined;
  wire: string | undefined;
  keysWire: string | undefined;
}

const built = new WeakMap<readonly string[], WantedNode>();

/** Returns the tree of wire paths (`TransactItems[].Put.TableName`, `RequestItems{}`), so that a reader skips the rest. */
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
    const name = step.replace(/(?:\[\]|\{\})$/, '');
    const member = node.members.get(name) ?? emptyNode();
    node.members.set(name, member);
    if (step.endsWith('{}')) {
      member.keysWire = wire;
      return;
    }
    node = step.endsWith('[]') ? itemOf(member) : member;
  }
  node.wire = wire;
}

function itemOf(node: GrowingNode): GrowingNode {
  const item = node.item ?? emptyNode();
  node.item = item;
  return item;
}

function emptyNode(): GrowingNode {
  return { members: new Map(), item: undefined, wire: undefined, keysWire: undefined };
}
