/**
 * Tells whether a folder of few hexadecimal digits is there to spread what lies below it: `ab/cd/abcd…`, where the id
 * begins with it, or `objects/ab/cd…`, where it is what the id lacks of a hash.
 */
export function isShard(text: string, start: number, end: number): boolean {
  if (text[end] !== '/' || (start > 0 && text[start - 1] !== '/')) return false;
  const before = text.slice(0, start).split('/').slice(0, -1).slice(-mostShards);
  const after = text.slice(end + 1).split('/', mostShards + 1);
  const at = after.findIndex((part) => !shard.test(part));
  const id = idIn(after[at] ?? '');
  if (id === undefined) return false;
  const own = text.slice(start, end);
  const others = after.slice(0, at);
  const above = before.slice(before.findLastIndex((part) => !shard.test(part)) + 1);
  for (let from = 0; from <= above.length; from += 1) {
    const shards = [...above.slice(from), own, ...others];
    const joined = shards.join('');
    // One digit is the first of every sixteenth id.
    if (joined.length < 2) continue;
    const isNested = shards.every((part) => id.startsWith(part));
    if (isNested || id.startsWith(joined) || isHashWith(joined, id)) return true;
  }
  return false;
}

/** The hexadecimal id that a folder or a file is named after, in whatever way it goes on. */
function idIn(part: string): string | undefined {
  return /^(?:[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![A-Za-z0-9])/.exec(
    part,
  )?.[0];
}

/** An MD5, a SHA-1 or a SHA-256 in two parts. */
function isHashWith(shards: string, id: string): boolean {
  return [32, 40, 64].includes(shards.length + id.length);
}

const mostShards = 4;
const shard = /^[0-9a-f]{1,4}$/;
