/** Who is granted what, with equal parts put together: the table that statements must cover. */
export interface Relation {
  /** Actions that are granted on the same resources; each list sorted, the lists in the order of their first actions. */
  readonly actions: readonly (readonly string[])[];
  /** Resources that are granted to the same actions; each list sorted, the lists in the order of their first resources. */
  readonly resources: readonly (readonly string[])[];
  /** For each list of resources, the lists of actions that are granted on it; ascending. */
  readonly grants: readonly (readonly number[])[];
}

/** Actions that are granted on the very same resources. */
export interface ActionClass {
  readonly actions: readonly string[];
  /** Sorted, distinct. */
  readonly resources: readonly string[];
}

/**
 * Returns the relations that have nothing to do with each other: no resource of one is granted in another. Each can be
 * covered by itself, and a change in one leaves the others as they are. Takes time by the number of grants.
 */
export function relationsOf(classes: readonly ActionClass[]): readonly Relation[] {
  const roots = classes.map((_, at) => at);
  const owners = new Map<string, number>();
  for (const [at, { resources }] of classes.entries()) {
    for (const resource of resources) {
      const owner = owners.get(resource);
      if (owner === undefined) owners.set(resource, at);
      else unite(roots, owner, at);
    }
  }
  const components = new Map<number, ActionClass[]>();
  for (const [at, one] of classes.entries()) {
    const root = rootOf(roots, at);
    const others = components.get(root);
    if (others === undefined) components.set(root, [one]);
    else others.push(one);
  }
  return [...components.values()].map(toRelation);
}

function toRelation(classes: readonly ActionClass[]): Relation {
  const [only] = classes;
  if (classes.length === 1 && only !== undefined) {
    return { actions: [only.actions], resources: [only.resources], grants: [[0]] };
  }
  const sorted = [...classes].sort((left, right) => compareFirst(left.actions, right.actions));
  const states = createStates();
  const stateOf = new Map<string, number>();
  for (const [at, { resources }] of sorted.entries()) {
    for (const resource of resources) {
      stateOf.set(resource, states.after(stateOf.get(resource) ?? 0, at));
    }
  }
  const columns = new Map<number, string[]>();
  for (const [resource, state] of stateOf) {
    const others = columns.get(state);
    if (others === undefined) columns.set(state, [resource]);
    else others.push(resource);
  }
  const ordered = [...columns]
    .map(([state, resources]) => ({ resources: resources.sort(), grants: states.path(state) }))
    .sort((left, right) => compareFirst(left.resources, right.resources));
  return {
    actions: sorted.map(({ actions }) => actions),
    resources: ordered.map(({ resources }) => resources),
    grants: ordered.map(({ grants }) => grants),
  };
}

/** Numbers for sets that grow by ascending members: equal sets have one number, 0 is the empty one. */
function createStates() {
  const nexts: Map<number, number>[] = [new Map()];
  const paths: (readonly number[])[] = [[]];
  return {
    after(state: number, member: number): number {
      const known = nexts[state]?.get(member);
      if (known !== undefined) return known;
      const added = paths.length;
      nexts[state]?.set(member, added);
      nexts.push(new Map());
      paths.push([...(paths[state] ?? []), member]);
      return added;
    },
    path: (state: number): readonly number[] => paths[state] ?? [],
  };
}

function compareFirst([left = '']: readonly string[], [right = '']: readonly string[]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function unite(roots: number[], left: number, right: number): void {
  roots[rootOf(roots, right)] = rootOf(roots, left);
}

function rootOf(roots: number[], at: number): number {
  let root = at;
  for (let next = roots[root]; next !== undefined && next !== root; next = roots[root]) root = next;
  roots[at] = root;
  return root;
}
