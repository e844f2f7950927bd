/** A span of time, in milliseconds since 1970. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns what finds the parts of a name that say a moment in a span of time, in forms that say it to nobody who does not
 * know the span: milliseconds and seconds since 1970 in base 36 (`mxo9k2qp`), a day and its month (`24jan`, `jan24`), and day
 * and time in digits (`0124-1530`). The latter two in UTC or in the zone of this machine.
 */
export function createTimeFinder(span: TimeSpan): (text: string) => readonly string[] {
  const candidate = candidatesOf(span);
  const year = new Date(span.to).getUTCFullYear();
  const isMoment = (token: string) =>
    momentsOf(token, year).some((moment) => isWithin(moment, span));
  return (text) => (text.match(candidate) ?? []).filter(isMoment);
}

/** Few texts have what all moments of a span begin with, and no other needs a closer look. */
function candidatesOf({ from, to }: TimeSpan): RegExp {
  const names = new Set([from - dayMs, from, to, to + dayMs].map((ms) => months[monthOf(ms)]));
  const month = [...names].join('|');
  const source = [
    countedIn(from, to, 8),
    countedIn(from / 1000, to / 1000, 6),
    `\\d{1,2}(?:${month})|(?:${month})\\d{1,2}`,
    '\\d{4}[-_]\\d{4}',
  ].join('|');
  return new RegExp(`(?<![A-Za-z0-9])(?:${source})(?![A-Za-z0-9])`, 'gi');
}

function countedIn(from: number, to: number, digits: number): string {
  const [first, last] = [Math.floor(from).toString(36), Math.floor(to).toString(36)];
  let length = 0;
  while (length < digits && first[length] === last[length]) length += 1;
  return `${first.slice(0, length)}[0-9a-z]{${digits - length}}`;
}

function monthOf(ms: number): number {
  return new Date(ms).getUTCMonth();
}

/** A moment that a text may stand for, and how long it lasts. */
interface Moment {
  readonly startMs: number;
  readonly lengthMs: number;
  /** True where a clock on a wall says it, whose zone nobody knows. */
  readonly isLocal: boolean;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function momentsOf(token: string, year: number): readonly Moment[] {
  const moments: Moment[] = [];
  if (/^[0-9a-z]{8}$/.test(token)) moments.push(counted(token, 1));
  if (/^[0-9a-z]{6}$/.test(token)) moments.push(counted(token, 1000));
  const day = dayOf(token);
  if (day !== undefined) moments.push(...inYears(day, year, dayMs));
  const [, month, date, hour, minute] = /^(\d\d)(\d\d)[-_](\d\d)(\d\d)$/.exec(token) ?? [];
  if (month !== undefined) {
    const parts = [Number(month) - 1, Number(date), Number(hour), Number(minute)] as const;
    moments.push(...inYears(parts, year, minuteMs));
  }
  return moments;
}

function counted(token: string, unitMs: number): Moment {
  return { startMs: Number.parseInt(token, 36) * unitMs, lengthMs: unitMs, isLocal: false };
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dayOf(token: string): readonly [month: number, day: number] | undefined {
  const [, before, name = '', after] = /^(\d{0,2})([a-z]{3})(\d{0,2})$/i.exec(token) ?? [];
  const month = months.indexOf(name.toLowerCase());
  const day = before === '' ? after : after === '' ? before : undefined;
  return month < 0 || day === undefined || day === '' ? undefined : [month, Number(day)];
}

/** The year is that of the span's end, or one beside it where a year ends within the span or its zones. */
function inYears(
  [month, day, hour = 0, minute = 0]: readonly [number, number, number?, number?],
  year: number,
  lengthMs: number,
): readonly Moment[] {
  return [year - 1, year, year + 1].map((one) => ({
    startMs: Date.UTC(one, month, day, hour, minute),
    lengthMs,
    isLocal: true,
  }));
}

function isWithin({ startMs, lengthMs, isLocal }: Moment, { from, to }: TimeSpan): boolean {
  const zoneMs = new Date(to).getTimezoneOffset() * minuteMs;
  const starts = isLocal ? [startMs, startMs + zoneMs] : [startMs];
  return starts.some((start) => start <= to && start + lengthMs > from);
}
