import { classifyToken, type TokenRule } from './classify-token.ts';
import { emailAddress } from './email-address.ts';
import { numberPattern } from './number-pattern.ts';
import { regionCode, regionName } from './place-names.ts';
import { isNoWord, isRandomSuffix, mayBeRandom } from './randomness.ts';
import { isShard } from './shards.ts';
import { standingIds } from './standing-ids.ts';
import { date, datedFolders, fractionOfEpoch, timeOfDay, timestamp } from './time-forms.ts';

/** The value of an environment variable, or of what else belongs to one run, by its name. */
export type VariableRule = `variable ${string}`;

/** What a run-specific part of a name is. */
export type MaskRule =
  | TokenRule
  | VariableRule
  | 'uuid'
  | 'timestamp'
  | 'address'
  | 'delivered'
  | 'email'
  | 'shard'
  | 'nanoid'
  | 'temporary'
  | 'runNumber'
  | 'cloudFormation'
  | 'pod'
  | 'partitionValue';

/** What takes the place of a part, and what the part is. */
export interface Opened {
  readonly rule: MaskRule;
  readonly text: string;
}

/** A part of a name that was found. */
export interface FoundPart {
  readonly found: string;
  /** The name as a whole, and where the part ends in it. */
  readonly text: string;
  readonly end: number;
  /** Whether the name says of itself that it is a test's or temporary. */
  readonly isTest: boolean;
  /** Whether the part before it, with a hyphen or an underscore between, was opened. */
  readonly isBehindId: boolean;
}

/** One form of run-specific parts. */
export interface RunSpecificForm {
  /** Of a regular expression without captures. */
  readonly source: string;
  /** Returns undefined where the part stays. */
  readonly open: (part: FoundPart) => Opened | undefined;
}

const whole = (rule: MaskRule) => () => ({ rule, text: '*' });
const stays = () => undefined;

/** Hexadecimal digits that are neither a number nor a word. */
function mixedHexadecimal(length: number): string {
  return `(?=[a-f]*\\d)(?=\\d*[a-f])[0-9a-f]{${length}}`;
}

/** What stands before the number of a run: where that may as well be a year, and where it is none. */
const runWords = '[Bb]uild|[Rr]un|[Cc][Ii]';
const numberedWords =
  '[Pp][Rr]|[Mm][Rr]|[Pp]ull|[Pp]id|PID|pytest|(?:[Pp]ull|[Mm]erge)[-_]?[Rr]equests?';
/** Folders of runs. */
const runFolders = '[Bb]uilds|[Rr]uns|[Jj]obs|[Pp]ipelines|[Ww]orkflows|[Pp]ulls|[Pp]rs|[Mm]rs';

/** In the order in which they are tried at each place of a name. */
export const runSpecificForms: readonly RunSpecificForm[] = [
  ...standingIds.map(({ source }) => ({ source, open: stays })),
  ...['-', '_'].map((separator) => ({
    source: ['{8}', '{4}', '{4}', '{4}', '{12}']
      .map((length) => `[0-9a-fA-F]${length}`)
      .join(separator),
    open: whole('uuid'),
  })),
  { source: regionName, open: stays },
  { source: timestamp, open: whole('timestamp') },
  // What AWS delivers to a bucket has the account and the time in its name, and behind these a text of its own, some with
  // the address of the node that wrote it before that. Sources: AWS CloudTrail User Guide, "Finding your CloudTrail log
  // files"; Elastic Load Balancing, User Guide for Application Load Balancers, "Access log files"; Amazon VPC User Guide,
  // "Publish flow logs to Amazon S3".
  {
    source:
      '(?<=(?:^|/)\\d{12}_[A-Za-z-]+_[\\w.-]+_20\\d{6}T\\d{4}Z_)(?:\\d{1,3}(?:\\.\\d{1,3}){3}_)?[A-Za-z0-9]{6,16}(?=\\.(?:json|log)(?:$|\\.))',
    open: ({ found }) => ({ rule: 'delivered', text: found.includes('_') ? '*_*' : '*' }),
  },
  {
    source: datedFolders,
    open: ({ found }) => ({ rule: 'date', text: found.replaceAll(/[^/]+/g, '*') }),
  },
  {
    source:
      '(?<=^|/)(?:year|month|day|hour|minute|date|datetime|dt|ds|ymd|ts|timestamp|yyyy|mm|dd|hh|y|m|d|h|week|quarter)=\\d[\\dTZ:._-]*(?=/|$)',
    open: openPartition,
  },
  {
    source:
      '(?<=^|/)(?:run|build|job|batch|execution|ingestion|request|session|trace|commit)_?(?:id|key|date|ts|time)=[^/]+(?=/|$)',
    open: openPartition,
  },
  // The date of a version stays: `api/2024-10-17/openapi.json`.
  {
    source: `(?<=(?<![A-Za-z])(?:api|apis|version|versions|schema|schemas|spec|specs)[-_/=.])(?:${date})`,
    open: stays,
  },
  { source: date, open: whole('date') },
  { source: `(?<!\\d[-_:])${timeOfDay}(?![-_:]?\\d)`, open: whole('timestamp') },
  { source: fractionOfEpoch, open: whole('timestamp') },
  { source: 'ip(?:-\\d{1,3}){4}', open: () => ({ rule: 'address', text: 'ip-*' }) },
  {
    source: '[0-9a-fA-F]{2}(?:(?::[0-9a-fA-F]{2}){5}|(?:-[0-9a-fA-F]{2}){5})',
    open: whole('address'),
  },
  // Of somebody, as a folder or a file; a name as a whole may be what sends mail.
  { source: `(?<=/|^(?=[^/]+/))${emailAddress}`, open: whole('email') },
  // Source: Amazon EMR Management Guide, the folders of logs in Amazon S3: clusters and steps.
  {
    source: '(?<=^|/)[js]-[0-9A-Z]{12,14}(?=$|/)',
    open: ({ found }) => ({ rule: 'awsId', text: `${found.slice(0, 2)}*` }),
  },
  // Source: RFC 1918, the addresses of private networks.
  {
    source:
      '(?:10|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){2,3}(?<=(?:\\d+\\.){3}\\d+)',
    open: whole('address'),
  },
  // Source: Kubernetes, safe encoding of the names that it makes: no vowels, no digits that look like them.
  // A pod of a CronJob has the minutes, or the seconds, since 1970 before its suffix.
  {
    source: '(?:[bcdf2456789]{8,10}|2[5-9]\\d{6}|1[5-9]\\d{8})-[bcdfghjklmnpqrstvwxz2456789]{5}',
    open: whole('pod'),
  },
  // What `mktemp` and Python's tempfile make.
  {
    source: 'tmp\\.[A-Za-z0-9]{10}(?=$|[/.:])|tmp[a-z0-9_]{8}(?=$|[/.:])',
    open: ({ found }) =>
      found.startsWith('tmp.') || isTemporary(found.slice(3))
        ? { rule: 'temporary', text: `${found.startsWith('tmp.') ? 'tmp.' : 'tmp'}*` }
        : undefined,
  },
  // Not a year where it may be one, and not the first number of a version.
  {
    source: `(?<=(?<![A-Za-z0-9])(?:(?:${runWords})[-_/#=.](?!(?:19|20)\\d\\d(?!\\d))|(?:${numberedWords})[-_/#=.]))\\d+(?!\\d|[.:]\\d)`,
    open: whole('runNumber'),
  },
  // A folder or a file that is a number and nothing else; not an account.
  {
    source: `(?<=(?:^|/)(?:${runFolders})/)(?!\\d{12}(?!\\d))\\d+(?=$|/|\\.[A-Za-z])`,
    open: whole('runNumber'),
  },
  {
    source: '(?:[Bb]uild|[Rr]un|[Pp]ull)\\d+',
    open: ({ found }) => ({ rule: 'runNumber', text: found.replace(/\d+$/, '*') }),
  },
  { source: '(?<=^|/)[0-9a-f]{1,3}(?=/)', open: openShard },
  // The first parts of a UUID, and its last ones: names take these where it is too long.
  ...['-', '_'].map((separator) => ({
    source: [
      `${mixedHexadecimal(8)}(?:${separator}${mixedHexadecimal(4)}){1,3}`,
      `(?:${mixedHexadecimal(4)}${separator}){1,3}${mixedHexadecimal(12)}`,
    ].join('|'),
    open: whole('uuid'),
  })),
  {
    source: '0[xX][0-9a-fA-F]{4,}',
    open: ({ found }) => ({ rule: 'hexadecimal', text: `${found.slice(0, 2)}*` }),
  },
  {
    source: '(?:[Pp][Rr]|[Mm][Rr])\\d{3,}',
    open: ({ found }) => {
      const [letters, digits] = [found.slice(0, 2), found.slice(2)];
      return { rule: 'runNumber', text: letters + numberPattern(letters, digits) };
    },
  },
  // What `git describe` says of a commit behind a tag: `v1.2.3-14-g7f3a9c2`.
  {
    source: '(?<=-\\d{1,5}-)g[0-9a-f]{7,40}',
    open: () => ({ rule: 'hexadecimal', text: 'g*' }),
  },
  // Of the rest, what holds a digit and is not short, and what is long.
  {
    source: '(?=[A-Za-z]*\\d)[A-Za-z0-9]{4,}|[a-f]{8,}|[A-F]{8,}|[A-Za-z]{10,}',
    open: openToken,
  },
];

function openPartition({ found }: FoundPart): Opened {
  return { rule: 'partitionValue', text: `${found.slice(0, found.indexOf('=') + 1)}*` };
}

function openShard({ found, text, end }: FoundPart): Opened | undefined {
  return isShard(text, end - found.length, end) ? { rule: 'shard', text: '*' } : undefined;
}

function openToken(part: FoundPart): Opened | undefined {
  const { found, isTest, isBehindId } = part;
  if (region.test(found)) return undefined;
  // Behind the time when something was made, or another id, a short text drawn at random makes it unique.
  const isSalt = isBehindId && found.length < 9 && /[A-Za-z]/.test(found) && mayBeRandom(found);
  const rule = classifyToken(found, isTest) ?? (isSalt ? 'random' : undefined);
  // Digits behind a word keep their form, lest the word stand for all that begin with it. Twelve may be an account.
  const [, word, digits = ''] = /^([A-Za-z]+)(\d{6,})$/.exec(found) ?? [];
  if (word !== undefined && rule !== 'hexadecimal' && digits.length !== 12) {
    return { rule: 'number', text: word + numberPattern(word, digits) };
  }
  if (rule === undefined && /^[0-9a-f]{4}$/.test(found)) return openShard(part);
  if ((rule === undefined || rule === 'random') && isCloudFormationSuffix(part)) {
    return { rule: 'cloudFormation', text: '*' };
  }
  return rule === undefined ? undefined : { rule, text: '*' };
}

/** Words behind `tmp` are words: `tmpdownload`. */
function isTemporary(text: string): boolean {
  return /[\d_]/.test(text) || isNoWord(text);
}

const region = new RegExp(`^(?:${regionCode})$`);

/**
 * CloudFormation names what it makes STACK-LOGICALID-SUFFIX, with twelve or thirteen random letters and digits at the end.
 * Source: AWS CloudFormation User Guide, "Name type".
 */
function isCloudFormationSuffix({ found, text, end }: FoundPart): boolean {
  if (found.length !== 12 && found.length !== 13) return false;
  if (!/^(?:$|[/:.])/.test(text.slice(end, end + 1))) return false;
  const before = text.slice(0, end - found.length);
  if (!/[A-Za-z0-9]-[A-Za-z0-9]+-$/.test(before)) return false;
  // Behind the CDK's hash of a path nothing else comes.
  return cdkHash.test(before) || isRandomSuffix(found);
}

const cdkHash = /[A-Za-z](?=[A-Fa-f]*\d)(?:[0-9A-F]{8}|[0-9a-f]{8})-$/;
