const year = '(?:19|20)\\d\\d';
const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const twoDigitMonth = '(?:0[1-9]|1[0-2])';
const twoDigitDay = '(?:0[1-9]|[12]\\d|3[01])';
const hour = '(?:[01]\\d|2[0-3])';
const sixtieth = '[0-5]\\d';
/** English, in full or in three letters: what else begins so is another word, `market`, `decade`. */
const monthName = inAnyCase(
  [
    'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?',
    'Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?',
  ].join('|'),
);
const weekday = inAnyCase('(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?');
const separators = ['-', '_', '\\.'];

/** A day of a year, in any order and with any separator that names use, with or without its name. */
const fullDate = `(?:${weekday}(?:, ?|[-_. ]))?(?:${[
  `${year}${twoDigitMonth}${twoDigitDay}`,
  ...separators.flatMap((separator) => [
    [year, month, day].join(separator),
    [day, month, year].join(separator),
    [month, day, year].join(separator),
  ]),
  `${day}[-_. ]?${monthName}[-_. ]?${year}`,
  `${monthName}[-_. ]?${day}[-_.,]? ?${year}`,
  `${year}[-_. ]?${monthName}[-_. ]?${day}`,
].join('|')})`;

/** A year in two digits, of this century: with the name of the month, or in the order that is sorted by. */
const twoDigitYear = '[2-4]\\d';
const shortDate = [
  `${day}[-_. ]?${monthName}[-_. ]?${twoDigitYear}`,
  ...['-', '_'].map(
    (separator) =>
      `(?<!\\d[-_.])${[twoDigitYear, twoDigitMonth, twoDigitDay].join(separator)}(?![-_.]\\d)`,
  ),
].join('|');

const clock = `${hour}[:._-]?${sixtieth}(?:[:._-]?${sixtieth}(?:[.,]\\d{1,9}|[:_-]\\d{3})?)?`;
const zone = '(?:Z|[+-]\\d\\d:?\\d\\d|[-_ ]?(?:UTC|GMT))?';

/** A date with a time behind it, or with the hour. */
export const timestamp = `(?:${fullDate})(?:[T _.-]|T_| at |--|__)(?:${clock}|(?<=[T _-])${hour})${zone}`;

/** A date, or a month, a week, a quarter, or a day of a year by its number. */
export const date = [
  fullDate,
  shortDate,
  `${year}[-_]${twoDigitMonth}`,
  `${monthName}[-_. ]?${year}`,
  `${year}[-_]?(?:W[0-5]\\d|w[0-5]\\d|[Qq][1-4])`,
  `(?:W[0-5]\\d|w[0-5]\\d|[Qq][1-4])[-_]?${year}`,
  `${year}-(?:[0-2]\\d\\d|3[0-6]\\d)`,
].join('|');

/** A time of day by itself. */
export const timeOfDay = `${hour}(?::${sixtieth}:${sixtieth}|-${sixtieth}-${sixtieth}|_${sixtieth}_${sixtieth})`;

/** Seconds since 1970 with a fraction. */
export const fractionOfEpoch = '1\\d{9}\\.\\d{3,9}';

/** A date as folders, down to the minute. */
export const datedFolders = `(?<=^|/)${year}/(?:(?:${month}|${monthName})/${day}(?:/${hour}(?:/${sixtieth})?)?|${twoDigitMonth}|${monthName}|[Ww][0-5]\\d|[Qq][1-4])(?=/|$)`;

function inAnyCase(source: string): string {
  const letters = source.replaceAll(
    /[A-Za-z]/g,
    (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`,
  );
  return `(?:${letters})`;
}
