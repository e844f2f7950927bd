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
  if (parts.length > 4 || !isRandom(parts.join(''), false)) return false;
  // What begins with a word is a name, though there may be an id behind it; so is what holds a longer word.
  const [first = ''] = parts;
  if (/^[A-Z]?[a-z]+$/.test(first) && first.length > 1 && !isNoWord(first)) return false;
  if (parts.some((part) => /^[A-Za-z]{6,}$/.test(part) && !isNoWord(part))) return false;
  return !hasSuffixOfOwn(parts);
}

/** CloudFormation's suffix, behind what is no id by itself, is of that length by chance: `OrderRole-1K3C0XW3P9P2Z`. */
function hasSuffixOfOwn(parts: readonly string[]): boolean {
  const length = parts.at(-1)?.length;
  if (parts.length < 2 || (length !== 12 && length !== 13)) return false;
  return !isRandom(parts.slice(0, -1).join(''), false);
}

const mixed = /\d/;
/** The size or the kind of an image may stand behind its id: `_320w`, `-thumb`. */
const imageKind = [
  '\\d{1,4}(?:x\\d{1,4}|[hpwx])?',
  'thumb|thumbnail|small|medium|large|full|original|preview|poster|cover|avatar',
].join('|');
const behind = `(?=$|[/.:=]|[_-](?:${imageKind})(?:$|[/.:=]))`;
const id = new RegExp(
  `(?<=^|[/.=:_-])(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])(?:-[\\w-]{19}|[\\w-]{21,22}|[\\w-]{43})${behind}`,
  'g',
);
