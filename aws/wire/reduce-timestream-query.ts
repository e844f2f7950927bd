/**
 * Returns what decides the permissions of a Timestream query, with a space between its parts: the verb, then the tables
 * and databases that it names as their ARNs do, and where it unloads to: `Select db/table/t`, `ShowTables db`,
 * `Unload s3://bucket/prefix db/table/t`. A verb alone may be about anything; undefined where there is no such verb.
 * Source: Amazon Timestream Developer Guide, "SHOW statements", "DESCRIBE statements", "UNLOAD", and "SELECT"; Amazon
 * Timestream API Reference, CreateTable, the characters of names.
 */
export function reduceTimestreamQuery(query: string): string | undefined {
  const text = query.replace(commentOrText, blank).trim();
  for (const [form, verb] of showForms) {
    const match = form.exec(text);
    if (match !== null) return [verb, ...findNames(match)].join(' ');
  }
  if (/^UNLOAD\b/i.test(text)) {
    const target = /\)\s*TO\s*'(s3:\/\/[^'\s?#]+)'/i.exec(query)?.[1];
    return ['Unload', ...(target === undefined ? [] : [target]), ...findTables(text)].join(' ');
  }
  if (!/^[\s(]*(?:SELECT|WITH)\b/i.test(text)) return undefined;
  return /\bFROM\b/i.test(text) ? ['Select', ...findTables(text)].join(' ') : 'SelectValues';
}

// What may hold words that mean nothing there. A name in double quotes stays.
const commentOrText = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"[^"]*(?:"|$)/g;

function blank(found: string): string {
  return found.startsWith('"') ? found : found.startsWith("'") ? "''" : ' ';
}

const name = String.raw`(?:"([\w.-]+)"|(\w+))`;
const table = String.raw`${name}\s*\.\s*${name}`;

const showForms: readonly (readonly [RegExp, string])[] = [
  [/^SHOW\s+DATABASES\b/i, 'ShowDatabases'],
  [new RegExp(String.raw`^SHOW\s+TABLES\b(?:\s+FROM\s+${name})?`, 'i'), 'ShowTables'],
  [new RegExp(String.raw`^SHOW\s+MEASURES\s+FROM\s+${table}`, 'i'), 'ShowMeasures'],
  [new RegExp(String.raw`^DESCRIBE\s+${table}`, 'i'), 'Describe'],
];

// A database, or a table in its database.
function findNames(match: RegExpExecArray): readonly string[] {
  const [, quoted, bare, quotedTable, bareTable] = match;
  const database = quoted ?? bare;
  const inside = quotedTable ?? bareTable;
  if (database === undefined) return [];
  return [inside === undefined ? database : `${database}/table/${inside}`];
}

/** What stands between two brackets, or around all. */
interface Level {
  /** False in `extract(year FROM time)`. */
  readonly query: boolean;
  /** Between FROM and the next clause. */
  from: boolean;
}

// None where one of the sources is not told for certain: a list, or a name that is neither a table's nor given by WITH.
function findTables(text: string): readonly string[] {
  const words = text.match(/"[^"]*"|\w+|[(),.]/g) ?? [];
  const given = findGiven(words);
  const found = new Set<string>();
  const levels: Level[] = [{ query: true, from: false }];
  for (const [index, word] of words.entries()) {
    const level = levels.at(-1);
    if (level === undefined) return [];
    if (word === '(') levels.push({ query: isQuery(words[index + 1]), from: false });
    else if (word === ')') levels.pop();
    else if (word === ',' && level.from) return [];
    else if (
      /^(?:FROM|JOIN)$/i.test(word) &&
      level.query &&
      !/^DISTINCT$/i.test(words[index - 1] ?? '')
    ) {
      level.from = true;
      const source = readSource(words.slice(index + 1, index + 4), given);
      if (source === undefined) return [];
      if (source !== '') found.add(source);
    } else if (clause.test(word)) level.from = false;
  }
  return [...found].sort();
}

const clause = /^(?:EXCEPT|GROUP|HAVING|INTERSECT|LIMIT|ORDER|SELECT|UNION|WHERE|WINDOW)$/i;

function isQuery(word = ''): boolean {
  return /^(?:SELECT|WITH)$/i.test(word);
}

// Empty where the source is a query or a list of values; undefined where it is not told.
function readSource(
  [first = '', second = '', third = '']: readonly string[],
  given: ReadonlySet<string>,
) {
  if (first === '(') return isQuery(second) ? '' : undefined;
  if (second === '(') return /^UNNEST$/i.test(first) ? '' : undefined;
  const database = readName(first);
  const inside = readName(third);
  if (second !== '.')
    return database !== undefined && given.has(database.toLowerCase()) ? '' : undefined;
  return database === undefined || inside === undefined ? undefined : `${database}/table/${inside}`;
}

function readName(word: string): string | undefined {
  return /^"?([\w.-]+)"?$/.exec(word)?.[1];
}

// The names that WITH gives to queries: `WITH a AS (…), b (x) AS (…)`.
function findGiven(words: readonly string[]): ReadonlySet<string> {
  const given = new Set<string>();
  let beforeBracket = '';
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? '';
    if (word === '(') beforeBracket = before;
    if (!/^AS$/i.test(word) || words[index + 1] !== '(') continue;
    given.add((readName(before === ')' ? beforeBracket : before) ?? '').toLowerCase());
  }
  return given;
}
