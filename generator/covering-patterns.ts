interface PatternNode {
  /** True before the fifth colon: a wildcard there stays in its own part of the ARN. */
  readonly inHead: boolean;
  /** True where the node stands for `*`: it takes any number of characters. */
  readonly repeats: boolean;
  readonly literals: Map<string, PatternNode>;
  question: PatternNode | undefined;
  star: PatternNode | undefined;
  /** The pattern that ends here. */
  ends: string | undefined;
}

/** Patterns ready to be asked whether they match all that a resource stands for. */
export interface CoveringPatterns {
  /** Tells whether a pattern other than the resource itself matches everything that the resource matches. */
  covers(resource: string): boolean;
}

const escapedCharacter = /^\$\{[*?$]\}$/;
const firstPart = 5;

/** Tells whether a resource holds a wildcard; `${*}` and `${?}` stand for the characters themselves. */
export function hasWildcard(resource: string): boolean {
  if (!resource.includes('*') && !resource.includes('?')) return false;
  return tokensOf(resource).some((token) => token === '*' || token === '?');
}

/**
 * Returns an index of those of the resources that hold wildcards; undefined where none does.
 * Asking costs time by the length of the resource, not by the number of patterns.
 * INVARIANT: it never says "covered" where it is not, under either reading of AWS's rule about colons: a wildcard
 * in the first five parts of an ARN matches within its part only.
 */
export function indexPatterns(resources: Iterable<string>): CoveringPatterns | undefined {
  const root = createNode(true, false);
  let count = 0;
  for (const resource of resources) {
    if (!hasWildcard(resource)) continue;
    if (resource === '*') return { covers: (asked) => asked !== '*' };
    insert(root, resource);
    count += 1;
  }
  return count === 0 ? undefined : { covers: (resource) => isCovered(root, resource) };
}

function insert(root: PatternNode, pattern: string): void {
  let node = root;
  let part = 0;
  for (const token of tokensOf(pattern)) {
    if (token === ':') part += 1;
    const inHead = part < firstPart;
    if (token === '*') {
      node.star ??= createNode(inHead, true);
      node = node.star;
    } else if (token === '?') {
      node.question ??= createNode(inHead, false);
      node = node.question;
    } else {
      const next = node.literals.get(token) ?? createNode(inHead, false);
      node.literals.set(token, next);
      node = next;
    }
  }
  node.ends = pattern;
}

function isCovered(root: PatternNode, resource: string): boolean {
  let active = new Set<PatternNode>();
  enter(active, root);
  for (const token of resource.includes('${') ? tokensOf(resource) : resource) {
    const next = new Set<PatternNode>();
    for (const node of active) step(node, token, next);
    if (next.size === 0) return false;
    active = next;
  }
  for (const node of active) if (node.ends !== undefined && node.ends !== resource) return true;
  return false;
}

function step(node: PatternNode, token: string, next: Set<PatternNode>): void {
  const leavesPart = token === ':' && node.inHead;
  if (node.repeats && !leavesPart) enter(next, node);
  const literal = node.literals.get(token);
  if (literal !== undefined && token !== '*' && token !== '?') enter(next, literal);
  const isOneCharacter = token !== '*' && (!token.startsWith('${') || escapedCharacter.test(token));
  if (node.question !== undefined && isOneCharacter && !leavesPart) enter(next, node.question);
}

/** A `*` matches nothing as well, so whoever stands before it stands in it. */
function enter(nodes: Set<PatternNode>, node: PatternNode): void {
  nodes.add(node);
  if (node.star !== undefined) nodes.add(node.star);
}

/** Splits into characters, with each policy variable (`${aws:username}`, `${*}`) as one token. */
function tokensOf(resource: string): readonly string[] {
  return resource.match(/\$\{[^}]*\}|./gsu) ?? [];
}

function createNode(inHead: boolean, repeats: boolean): PatternNode {
  return {
    inHead,
    repeats,
    literals: new Map(),
    question: undefined,
    star: undefined,
    ends: undefined,
  };
}
