/** A set of small numbers, a bit each. Sets that are compared or combined have as many words. */
export type BitSet = Uint32Array;

/** Returns the set of some numbers, with room for all below `size`. */
export function toBitSet(members: Iterable<number>, size: number): BitSet {
  const set = new Uint32Array((size + 31) >>> 5);
  for (const member of members) addMember(set, member);
  return set;
}

/** Tells whether a number is in the set. */
export function hasMember(set: BitSet, member: number): boolean {
  return (((set[member >>> 5] ?? 0) >>> (member & 31)) & 1) === 1;
}

/** Puts a number into the set. */
export function addMember(set: BitSet, member: number): void {
  set[member >>> 5] = (set[member >>> 5] ?? 0) | (1 << (member & 31));
}

/** Takes a number out of the set. */
export function deleteMember(set: BitSet, member: number): void {
  set[member >>> 5] = (set[member >>> 5] ?? 0) & ~(1 << (member & 31));
}

/** Returns the numbers of a set, ascending. */
export function membersOf(set: BitSet): number[] {
  const members: number[] = [];
  for (let word = 0; word < set.length; word += 1) {
    for (let rest = set[word] ?? 0; rest !== 0; rest &= rest - 1) {
      members.push(word * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
  return members;
}

/** Returns how many numbers two sets have in common. */
export function countShared(left: BitSet, right: BitSet): number {
  let count = 0;
  for (let word = 0; word < left.length; word += 1) {
    let bits = (left[word] ?? 0) & (right[word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Returns what two sets have in common. */
export function sharedBy(left: BitSet, right: BitSet): BitSet {
  const shared = left.slice();
  keepShared(shared, right);
  return shared;
}

/** Takes out of the first set what the other has not. */
export function keepShared(set: BitSet, other: BitSet): void {
  for (let word = 0; word < set.length; word += 1) {
    set[word] = (set[word] ?? 0) & (other[word] ?? 0);
  }
}

/** Takes out of the first set what the other has. */
export function deleteMembers(set: BitSet, other: BitSet): void {
  for (let word = 0; word < set.length; word += 1) {
    set[word] = (set[word] ?? 0) & ~(other[word] ?? 0);
  }
}

/** Puts into the first set what the other has. */
export function addMembers(set: BitSet, other: BitSet): void {
  for (let word = 0; word < set.length; word += 1) {
    set[word] = (set[word] ?? 0) | (other[word] ?? 0);
  }
}

/** Tells whether the other set has every number of a set. */
export function isSubset(inner: BitSet, outer: BitSet): boolean {
  for (let word = 0; word < inner.length; word += 1) {
    if (((inner[word] ?? 0) & ~(outer[word] ?? 0)) !== 0) return false;
  }
  return true;
}

/** Tells whether no number is in the set. */
export function isEmpty(set: BitSet): boolean {
  return set.every((word) => word === 0);
}
