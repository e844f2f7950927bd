import type { Shape, WireOperation } from './model.ts';

/**
 * Returns the path of the tag keys in an operation's request: `Tags[].Key`, `tags{}`; undefined where it carries none,
 * or tags something that it does not create.
 */
export function findTagKeys(operation: WireOperation): string | undefined {
  return createsSomething(operation.name) ? findTags(operation) : undefined;
}

/** Returns the path of the tag keys in the request of an operation that tags or untags something. */
export function findTaggingKeys(operation: WireOperation): string | undefined {
  for (const [name, member] of operation.members) {
    const shape = member.shape();
    const isList = shape.type === 'list' && shape.item().type === 'scalar';
    if (isList && /^tagkeys$/i.test(name)) return `${name}[]`;
  }
  return findTags(operation);
}

function findTags(operation: WireOperation): string | undefined {
  for (const [name, member] of operation.members) {
    const rest = tagMembers.has(name.toLowerCase()) ? keysOf(member.shape()) : undefined;
    if (rest !== undefined) return name + rest;
  }
  return undefined;
}

/** The parameters, in lower case, that hold tags of what an operation creates. */
const tagMembers = new Set([
  'backupplantags',
  'backupvaulttags',
  'bottags',
  'customactiontags',
  'frameworktags',
  'identitypooltags',
  'jobtags',
  'reportplantags',
  'resourcetags',
  'taglist',
  'tags',
  'tagslist',
  'tagspecifications',
  'userpooltags',
]);

function createsSomething(name: string): boolean {
  return !/^(Add|Delete|Describe|Disassociate|Get|List|Modify|Remove|Search|Set|Tag|Untag|Update)|Tags$/.test(
    name,
  );
}

// A map's keys, a list's `Key`, or those inside EC2's tag specifications.
function keysOf(shape: Shape): string | undefined {
  if (shape.type === 'map') return '{}';
  if (shape.type !== 'list') return undefined;
  const item = shape.item();
  if (item.type !== 'structure') return undefined;
  for (const [name, member] of item.members()) {
    if (/^(tag)?key$/i.test(name)) return `[].${name}`;
    const inner = name === 'Tags' ? keysOf(member.shape()) : undefined;
    if (inner !== undefined) return `[].${name}${inner}`;
  }
  return undefined;
}
