/** Words, and abbreviations in names, that have no letters but hexadecimal digits. */
const words = new Set(
  [
    'db ed abc ace add bad bed bee cab dab dad deb ebb fab fad fed fee abed aced babe bead beef cafe cede dead deaf',
    'deed face fade feed added ceded decaf ebbed faced faded accede beaded decade deface efface facade',
  ].flatMap((line) => line.split(' ')),
);

/** Tells whether the letters of a token are words: those of `cafe2026`, `face2face`, `db20261122`. */
export function isMadeOfWords(token: string): boolean {
  // No name begins with so many digits, unless with a date.
  if (/^\d{5}/.test(token)) return false;
  // An abbreviation with a year: of hexadecimal ids of this length one in a thousand looks like that.
  if (/^[a-f]{2,4}(?:19|20)\d\d$/i.test(token)) return true;
  const runs = token.toLowerCase().match(/[a-z]+/g) ?? [];
  return runs.every((run) => words.has(run));
}
