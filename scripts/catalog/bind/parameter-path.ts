import type { Member, MemberLocation, Protocol, Shape, WireOperation } from '../model.ts';

/** Where a parameter stands in a request, in the form of the operation's protocol. */
export interface WirePlace {
  readonly location: MemberLocation;
  /** Header, query or label name; in a body the path of wire names, lists as `[]`, map keys as `{}`. */
  readonly wire: string;
}

/**
 * Finds where the parameter with this path stands in the operation's request: `TransactItems[].Put.TableName`, the keys
 * of a map as `RequestItems{}`, of items that lack a member as `Delete.Objects[!VersionId].Key`, one of its entries as
 * `Parameters.AutomationAssumeRole[]`, all its values as `Attributes{}[]`, and where these are lists as
 * `Actions{}[][].RoleArn`. Undefined where the operation has no such parameter.
 */
export function findWirePlace(
  operation: WireOperation,
  protocol: Protocol,
  path: string,
): WirePlace | undefined {
  const [first, ...rest] = path.split('.');
  if (first === undefined) return undefined;
  const { name, mark } = splitMark(first);
  const member = operation.members.get(name);
  if (member === undefined) return undefined;
  const isRest = protocol.startsWith('rest');
  // An RPC request has every parameter in its body, also those that a REST binding beside it places elsewhere.
  const isInBody = member.location === 'body' || !isRest;
  const wireName = member.location === 'body' || isRest ? wireNameOf(name, member, protocol) : name;
  if (!isInBody) {
    return rest.length === 0 ? { location: member.location, wire: wireName } : undefined;
  }
  const inner = follow(member.shape(), mark, rest, protocol);
  if (inner === undefined) return undefined;
  const isWholeBody = operation.payload === name;
  const wire = isWholeBody ? inner.slice(1) : wireName + inner;
  return { location: 'body', wire };
}

// `[VersionId]` and `[!VersionId]`: the items with and without that member. A form says nothing of what an item lacks.
function filterOf(mark: string, item: Shape, protocol: Protocol): string | undefined {
  if (mark === '[]') return mark;
  const [, lacks = '', name = ''] = /^\[(!?)(\w+)\]$/.exec(mark) ?? [];
  const member = item.type === 'structure' ? item.members().get(name) : undefined;
  if (member === undefined || protocol === 'query' || protocol === 'ec2') return undefined;
  return `[${lacks}${wireNameOf(name, member, protocol)}]`;
}

// Returns what follows the member's own wire name: marks and `.`-separated inner names.
function follow(
  shape: Shape,
  mark: string,
  rest: readonly string[],
  protocol: Protocol,
): string | undefined {
  if (shape.type === 'map') return followMap(mark, rest, protocol);
  if (mark.startsWith('{}')) return undefined;
  if (mark.startsWith('[')) {
    if (shape.type !== 'list') return undefined;
    const tail = follow(shape.item(), '', rest, protocol);
    const filter = filterOf(mark, shape.item(), protocol);
    if (tail === undefined || filter === undefined) return undefined;
    return listStep(shape, protocol).replace('[]', filter) + tail;
  }
  const [first, ...further] = rest;
  if (first === undefined) return shape.type === 'scalar' ? '' : undefined;
  if (shape.type !== 'structure') return undefined;
  const next = splitMark(first);
  const member = shape.members().get(next.name);
  if (member === undefined) return undefined;
  const tail = follow(member.shape(), next.mark, further, protocol);
  return tail === undefined ? undefined : `.${wireNameOf(next.name, member, protocol)}${tail}`;
}

// Source: Smithy, "AWS query protocol", map serialization: entries of a key and a value; in JSON an entry is a member,
// and what is in it has its own names.
function followMap(mark: string, rest: readonly string[], protocol: Protocol): string | undefined {
  const isJson = protocol === 'json' || protocol === 'rest-json';
  const isValues = mark.startsWith('{}[]') || (mark === '' && rest.length > 0);
  if (isJson && isValues) return [mark, ...rest].join('.');
  if (rest.length > 0) return undefined;
  if (mark === '{}') return '{}';
  return mark === '{}[]' && protocol === 'query' ? '.entry[].value' : undefined;
}

// Lists: JSON has an array; XML and query a repeated element, inside a wrapper unless flattened; EC2 never wraps.
function listStep(
  shape: { readonly itemName: string | null; readonly flattened: boolean },
  protocol: Protocol,
): string {
  const isNamed = protocol === 'rest-xml' || protocol === 'query';
  return isNamed && !shape.flattened ? `.${shape.itemName ?? 'member'}[]` : '[]';
}

// Source: AWS EC2 query protocol (Smithy): the name is capitalised.
function wireNameOf(name: string, member: Member, protocol: Protocol): string {
  const wireName = member.wireName ?? name;
  return protocol === 'ec2' ? wireName.charAt(0).toUpperCase() + wireName.slice(1) : wireName;
}

function splitMark(segment: string): { readonly name: string; readonly mark: string } {
  const mark = /[[{].*$/.exec(segment)?.[0] ?? '';
  return { name: segment.slice(0, segment.length - mark.length), mark };
}
