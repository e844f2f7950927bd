import type { Member, MemberLocation, Protocol, Shape } from '../model.ts';

/** A schema's traits by name. */
export type Traits = Readonly<Record<string, unknown>>;

/** A member, and whether it is the whole body. */
export interface PayloadMember extends Member {
  readonly isPayload: boolean;
}

/**
 * Returns the members of a structure's schema: `[3, namespace, name, traits, member names, member schemas, how many of
 * them are required]`; none for any other schema.
 */
export function toMembers(schema: unknown, protocol: Protocol): ReadonlyMap<string, PayloadMember> {
  const [kind, , , , names, schemas, required] = toList(schema);
  if (kind !== 3 && kind !== 4) return new Map();
  const requiredCount = typeof required === 'number' ? required : 0;
  const members = toList(schemas);
  return new Map(
    toList(names).map((name, index): [string, PayloadMember] => {
      const { traits, inner } = splitTraits(members[index]);
      const place = findPlace(traits);
      return [
        String(name),
        {
          ...place,
          // A label has the member's own name, whatever it would be called in a body.
          wireName: place.location === 'body' ? bodyName(traits, protocol) : place.wireName,
          required: index < requiredCount,
          isPayload: traits.httpPayload === 1,
          shape: () => toShape(inner, traits, protocol),
        },
      ];
    }),
  );
}

function findPlace(traits: Traits): { location: MemberLocation; wireName: string | null } {
  if (traits.httpLabel === 1) return { location: 'uri', wireName: null };
  if (typeof traits.httpQuery === 'string')
    return { location: 'query', wireName: traits.httpQuery };
  if (typeof traits.httpHeader === 'string') {
    return { location: 'header', wireName: traits.httpHeader };
  }
  if (typeof traits.httpPrefixHeaders === 'string') return { location: 'headers', wireName: null };
  return { location: 'body', wireName: null };
}

function bodyName(traits: Traits, protocol: Protocol): string | null {
  const names: Readonly<Record<Protocol, readonly unknown[]>> = {
    ec2: [traits.ec2QueryName, traits.xmlName],
    query: [traits.xmlName],
    'rest-xml': [traits.xmlName],
    'rest-json': [traits.jsonName],
    json: [],
    'rpc-v2-cbor': [],
  };
  return names[protocol].find((name): name is string => typeof name === 'string') ?? null;
}

// [1, namespace, name, traits, item]; [2, …] is a map; a number with bit 64 a list of plain values, with 128 a map.
function toShape(schema: unknown, member: Traits, protocol: Protocol): Shape {
  const inner = resolve(schema);
  if (isBlob(inner)) return { type: 'blob' };
  if (typeof inner === 'number') {
    if ((inner & 64) !== 0)
      return { type: 'list', item: scalar, itemName: null, flattened: isFlat(member) };
    return (inner & 128) !== 0
      ? { type: 'map' }
      : { type: 'scalar', isSensitive: isSensitive(inner, member) };
  }
  const [kind, , , , item] = toList(inner);
  if (kind === 3 || kind === 4)
    return { type: 'structure', members: () => toMembers(inner, protocol) };
  if (kind === 2) return { type: 'map' };
  if (kind !== 1) return { type: 'scalar', isSensitive: isSensitive(inner, member) };
  const { traits, inner: itemSchema } = splitTraits(item);
  return {
    type: 'list',
    item: () => toShape(itemSchema, traits, protocol),
    itemName: typeof traits.xmlName === 'string' ? traits.xmlName : null,
    flattened: isFlat(member),
  };
}

// 21 and 42 are blobs, whole and streaming; [0, namespace, name, traits, type] is a plain type with traits.
function isBlob(schema: unknown): boolean {
  const [kind, , , , type] = toList(schema);
  const plain = kind === 0 ? type : schema;
  return plain === 21 || plain === 42;
}

function isSensitive(schema: unknown, member: Traits): boolean {
  const [kind, , , traits] = toList(schema);
  return member.sensitive === 1 || (kind === 0 && toTraits(traits).sensitive === 1);
}

function scalar(): Shape {
  return { type: 'scalar' };
}

function isFlat(traits: Traits): boolean {
  return traits.xmlFlattened === 1;
}

// A schema with traits of its own place is [schema, traits]; a schema itself begins with its kind.
function splitTraits(member: unknown): { readonly traits: Traits; readonly inner: unknown } {
  const parts = toList(member);
  const isPair =
    parts.length === 2 && !(typeof parts[0] === 'number' && typeof parts[1] === 'string');
  return isPair ? { traits: toTraits(parts[1]), inner: parts[0] } : { traits: {}, inner: member };
}

/** Returns traits as an object; they are written as one, or as bits: 1 label, 8 sensitive, 16 payload. */
export function toTraits(traits: unknown): Traits {
  if (typeof traits === 'number') {
    return {
      ...((traits & 1) !== 0 && { httpLabel: 1 }),
      ...((traits & 8) !== 0 && { sensitive: 1 }),
      ...((traits & 16) !== 0 && { httpPayload: 1 }),
    };
  }
  return typeof traits === 'object' && traits !== null
    ? Object.fromEntries(Object.entries(traits))
    : {};
}

/** Follows functions to the schema that they stand for. */
export function resolve(schema: unknown): unknown {
  return typeof schema === 'function' ? resolve(schema()) : schema;
}

/** Returns an array, or an empty one for anything else. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
