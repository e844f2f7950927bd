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
  /** The step of matching at which the node was last entered: no node is entered twice in one. */
  enteredAt: number;
}

/** Patterns ready to be asked whether they match all that a resource stands for. */
export interface CoveringPatterns {
  /** Tells whether a pattern other than the resource itself matches everything that the resource matches. */
  covers(resource: string): boolean;
}

const escapedCharacter = /^\$\{[*?$]\}$/;
const variableOrWildcard = /\$\{[^}]*\}|[*?]/gu;
const firstPart = 5;

/** Tells whether a resource holds a wildcard; `${*}` and `${?}` stand for the characters themselves. */
export function hasWildcard(resource: string): boolean {
  if (!resource.includes('*') && !resource.includes('?')) return false;
  for (const [piece] of resource.matchAll(variableOrWildcard)) if (piece.length === 1) return true;
  return false;
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
  let active: PatternNode[] = [];
  enter(active, root, nextStep());
  for (const token of resource.includes('${') ? tokensOf(resource) : resource) {
    const next: PatternNode[] = [];
    const at = nextStep();
    for (const node of active) step(node, token, next, at);
    if (next.length === 0) return false;
    active = next;
  }
  return active.some(({ ends }) => ends !== undefined && ends !== resource);
}

function step(node: PatternNode, token: string, next: PatternNode[], at: number): void {
  const leavesPart = token === ':' && node.inHead;
  if (node.repeats && !leavesPart) enter(next, node, at);
  const literal = node.literals.get(token);
  if (literal !== undefined && token !== '*' && token !== '?') enter(next, literal, at);
  if (node.question === undefined || leavesPart || token === '*') return;
  if (!token.startsWith('${') || escapedCharacter.test(token)) enter(next, node.question, at);
}

/** A `*` matches nothing as well, so whoever stands before it stands in it. */
function enter(nodes: PatternNode[], node: PatternNode, at: number): void {
  if (node.enteredAt !== at) {
    node.enteredAt = at;
    nodes.push(node);
  }
  if (node.star !== undefined && node.star.enteredAt !== at) {
    node.star.enteredAt = at;
    nodes.push(node.star);
  }
}

let steps = 0;

function nextStep(): number {
  steps += 1;
  return steps;
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
    enteredAt: 0,
  };
}
