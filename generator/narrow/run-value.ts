import { namesPlace } from './name-parts.ts';
import { environments } from './standing-names.ts';

/** A text that is known to belong to one run, and what says so. */
export interface RunValue {
  /** The environment variable that held it, or what else did, in words: `the host's name`. */
  readonly source: string;
  /** The text, as it was held or as names write it: `feature/login`, `4711`. */
  readonly value: string;
}

/**
 * Tells whether a value says enough for its occurrence in a name to be no chance: a number of three digits or more that is
 * no year and no common number; a commit; a release of three numbers; several words, if they are many, come from a branch
 * with a folder, or have a number among them. One word says nothing: a branch `orders` and a table `orders` have little to
 * do with each other. What holds the name of an environment, a region or an account never counts: the same would be
 * granted in another environment.
 */
export function countsAsRunValue(value: string): boolean {
  if (isCommit(value)) return true;
  if (/^\d+$/.test(value)) return isTellingNumber(value);
  if (isRelease(value)) return true;
  return value.length <= longestValue && isTellingText(tokensOf(value), value.includes('/'));
}

/** Tells a commit of git: SHA-1 or SHA-256. */
export function isCommit(value: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

/** Tells a release, or the number of a build with its date: `v1.2.3`, `20261122.4`. */
export function isRelease(value: string): boolean {
  return /^[vV]?(?:\d{1,5}(?:\.\d{1,5}){2,3}|20\d{6}\.\d{1,4})(?:[-+][\w.-]{1,30})?$/.test(value);
}

/** Returns the runs of letters and digits of a text, in small letters. */
export function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Tells whether the first words of a value, as a name has them where it is cut short, say enough by themselves. */
export function isTellingStart(tokens: readonly string[]): boolean {
  return isTellingText(tokens, false) && (tokens.some(isId) || tokens.join('-').length >= 16);
}

function isTellingText(tokens: readonly string[], hasFolder: boolean): boolean {
  const text = tokens.join('-');
  if (tokens.length < 2 || text.length < 5 || namesPlace(text)) return false;
  if (tokens.some((token) => environments.has(token))) return false;
  if (tokens.some(isId)) return true;
  const words = tokens.filter((token) => /[a-z]/.test(token));
  if (words.every((word) => commonWords.has(word))) return false;
  return text.length >= (hasFolder ? 8 : 10) && words.length >= (hasFolder ? 2 : 3);
}

/** A number, or letters and digits that are no version: `4711`, `ab12c`. */
function isId(token: string): boolean {
  return /^\d+$/.test(token)
    ? isTellingNumber(token)
    : token.length > 4 && (token.match(/\d/g) ?? []).length > 1 && !/^[a-z]+\d{2}$/.test(token);
}

function isTellingNumber(digits: string): boolean {
  return (
    digits.length > 2 &&
    // Twelve digits are an account.
    digits.length !== 12 &&
    !/^0+$|^(?:19|20)\d\d$/.test(digits) &&
    !commonNumbers.has(digits)
  );
}

const longestValue = 250;

/** What branches and hosts are called that are there for good, and what other names begin with. */
const commonWords: ReadonlySet<string> = new Set(
  [
    'main master trunk develop devel tests testing release releases next beta alpha canary stable',
    'latest nightly demo preview default head origin merge pull refs heads tags feature features feat bugfix hotfix fix',
    'local localhost localdomain localstack internal runner agent build builder worker node host server web app api db',
    'ci github gitlab jenkins docker pr mr v',
  ].flatMap((line) => line.split(' ')),
);

/** Answers of HTTP, ports, sizes: numbers of three digits and more that stand in names by themselves. */
const commonNumbers: ReadonlySet<string> = new Set(
  [
    '100 101 110 120 127 128 144 180 192 200 201 202 204 240 250 255 256 300 301 302 304 307 308 320 360 365 400 401 403',
    '404 405 409 410 413 422 429 443 480 500 501 502 503 504 512 540 576 600 640 720 750 768 800 900 960 999 1000 1024',
    '1080 1200 1234 1280 1440 1600 1920 2048 2160 2375 2379 3000 3001 3128 3306 3389 3600 4000 4096 4200 4222 4317 4318',
    '4443 4566 5000 5001 5432 5601 5672 6379 6443 7000 7077 7474 7687 8000 8080 8081 8086 8088 8090 8125 8192 8443 8500',
    '8501 8600 8888 9000 9042 9090 9092 9093 9100 9200 9300 9411 10000 10250 11211 12345 15672 16384 27017 32768 50051',
    '65535 65536 86400 100000 1000000',
  ].flatMap((line) => line.split(' ')),
);
