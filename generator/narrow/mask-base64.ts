import { isNoWord, isRandom } from './randomness.ts';

/**
 * Replaces random ids in base 64 by `*`: Nano IDs, keys of Firebase, UUIDs and SHA-256. Hyphens and underscores are letters
 * of theirs, so they are told by their length, at the end of a folder's or file's name.
 */
export function maskBase64(text: string): string {
  if (text.length < 20 || !mixed.test(text)) return text;
  return text.replace(id, (found) => (isBase64Id(found) ? '*' : found));
}

function isBase64Id(found: string): boolean {
  const parts = found.split(/[_-]/).filter((part) => part !== '');
  const [first = ''] = parts;
  // What begins with a word is a name, though there may be an id behind it.
  if (/^[A-Z]?[a-z]+$/.test(first) && first.length > 1 && !isNoWord(first)) return false;
  return parts.length < 5 && isRandom(parts.join(''), false);
}

const mixed = /\d/;
const id =
  /(?<=^|[/.=:_-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?:-[\w-]{19}|[\w-]{21,22}|[\w-]{43})(?=$|[/.:=])/g;
