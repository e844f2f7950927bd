import { classifyToken, type TokenRule } from './classify-token.ts';
import { wordLikeness } from './word-likeness.ts';

/** What a run-specific part of a name is. */
export type MaskRule =
  | TokenRule
  | 'uuid'
  | 'timestamp'
  | 'address'
  | 'nanoid'
  | 'cloudFormation'
  | 'pod'
  | 'partitionValue';

/** A name with its run-specific parts as wildcards. */
export interface MaskedText {
  readonly text: string;
  /** What the wildcards stand for, sorted; empty where there are none. */
  readonly rules: readonly MaskRule[];
}

/**
 * Replaces the parts of a name that were made for one run by `*`: what can be told from their form alone, seen once.
 * Regions and accounts in a name stay.
 */
export function maskRunSpecific(text: string): MaskedText {
  if (!mayHoldId.test(text)) return { text, rules: none };
  let rules: Set<MaskRule> | undefined;
  const masked = text.replace(candidate, (found: string, ...rest) => {
    const form = forms[rest.findIndex((capture) => capture !== undefined)];
    const at: number = rest[forms.length];
    const open = form?.open(found, text, at + found.length);
    if (open === undefined) return found;
    rules ??= new Set();
    rules.add(open.rule);
    return open.text;
  });
  return { text: masked, rules: rules === undefined ? none : [...rules].sort() };
}

const none: readonly MaskRule[] = [];

interface Opened {
  readonly rule: MaskRule;
  readonly text: string;
}

interface Form {
  /** Of a regular expression without captures. */
  readonly source: string;
  /** Returns what takes the place of what was found, which ends at `end` in the text; undefined where it stays. */
  readonly open: (found: string, text: string, end: number) => Opened | undefined;
}

const whole = (rule: MaskRule) => () => ({ rule, text: '*' });

const year = '(?:19|20)\\d\\d';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const clock = '(?:[01]\\d|2[0-3])[:._-]?[0-5]\\d(?:[:._-]?[0-5]\\d(?:[.,]\\d{1,9})?)?';
const dates = [
  `${year}-${month}-${day}`,
  `${year}_${month}_${day}`,
  `${year}\\.${month}\\.${day}`,
  `${day}[-.]${month}[-.]${year}`,
  `${month}-${day}-${year}`,
  `${year}[-_]${month}`,
  `${year}-?(?:W[0-5]\\d|Q[1-4])`,
];
const partitionKeys =
  'year|month|day|hour|minute|date|datetime|dt|ds|ymd|ts|timestamp|yyyy|mm|dd|hh|y|m|d|h';

/** In the order in which they are tried at each place. */
const forms: readonly Form[] = [
  {
    source: '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}',
    open: whole('uuid'),
  },
  {
    // A region, which stays.
    source:
      '(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-[a-z]{2,4})?-(?:central|north|south|northeast|northwest|southeast|southwest|east|west)-\\d[a-z]?',
    open: () => undefined,
  },
  {
    source: `${year}-?${month}-?${day}[T _-]${clock}(?:Z|[+-]\\d\\d:?\\d\\d)?`,
    open: whole('timestamp'),
  },
  {
    source: `(?<=^|/)${year}/(?:${month}/${day}(?:/(?:[01]\\d|2[0-3]))?|${month})(?=/|$)`,
    open: (found) => ({ rule: 'date', text: found.replaceAll(/[^/]+/g, '*') }),
  },
  {
    source: `(?<=^|/)(?:${partitionKeys})=\\d[\\dTZ:._-]*(?=/|$)`,
    open: (found) => ({
      rule: 'partitionValue',
      text: `${found.slice(0, found.indexOf('=') + 1)}*`,
    }),
  },
  { source: dates.join('|'), open: whole('date') },
  { source: 'ip(?:-\\d{1,3}){4}', open: () => ({ rule: 'address', text: 'ip-*' }) },
  {
    // Source: Kubernetes, safe encoding of the names that it makes: no vowels, no digits that look like them.
    source: '[bcdf2456789]{8,10}-[bcdfghjklmnpqrstvwxz2456789]{5}',
    open: whole('pod'),
  },
  {
    source:
      '(?<=^|[/.=:])(?=[A-Za-z_-]*\\d[\\w-]*[A-Za-z_-]\\d)(?=.{0,20}[a-z])(?=.{0,20}[A-Z])[\\w-]{21}(?=$|[/.:])',
    open: whole('nanoid'),
  },
  {
    // Of the rest, what holds a digit and is not short, what is hexadecimal by its letters, and what ends a name.
    source: '(?=[A-Za-z]*\\d)[A-Za-z0-9]{4,}|[a-f]{8,}|[A-F]{8,}|(?<=-)[A-Za-z]{12,13}(?=$|[/:.])',
    open: openToken,
  },
];

// Without a digit only hexadecimal letters, or a suffix of CloudFormation, can be told from a word.
const mayHoldId = /\d|[a-f]{8}|[A-F]{8}|-[A-Za-z]{12,13}(?:$|[/:.])/;

// A part begins and ends where letters and digits do.
const candidate = new RegExp(
  `(?<![A-Za-z0-9])(?:${forms.map(({ source }) => `(${source})`).join('|')})(?![A-Za-z0-9])`,
  'g',
);

function openToken(found: string, text: string, end: number): Opened | undefined {
  const rule = classifyToken(found);
  if (rule !== undefined) return { rule, text: '*' };
  // Digits behind a word: `build482131`. Twelve may be an account.
  const [, word, digits = ''] = /^([A-Za-z]+)(\d{6,})$/.exec(found) ?? [];
  if (word !== undefined && digits.length !== 12) return { rule: 'number', text: `${word}*` };
  return isCloudFormationSuffix(found, text, end)
    ? { rule: 'cloudFormation', text: '*' }
    : undefined;
}

/**
 * CloudFormation names what it makes STACK-LOGICALID-SUFFIX, with twelve or thirteen random letters and digits at the end.
 * Source: AWS CloudFormation User Guide, "Name type".
 */
function isCloudFormationSuffix(token: string, text: string, end: number): boolean {
  if (token.length !== 12 && token.length !== 13) return false;
  if (!/^(?:$|[/:.])/.test(text.slice(end, end + 1))) return false;
  if (!/[A-Za-z0-9]-[A-Za-z0-9]+-$/.test(text.slice(0, end - token.length))) return false;
  const isMixed =
    /\d.*[A-Za-z]|[A-Za-z].*\d/.test(token) || [...token.matchAll(/[a-z][A-Z]/g)].length > 2;
  return isMixed && (wordLikeness(token) ?? 0) < 0.7;
}
