import { orderedOperators } from './ordered-operators.ts';

const w3cDate =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * The operators that compare points in time: W3C's forms of ISO 8601, or seconds since 1970.
 * Four digits are a year. A time without a zone is taken as UTC.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", Date condition operators.
 */
export const dateOperators = orderedOperators('Date', 'Date', readMilliseconds);

function readMilliseconds(value: string): number | undefined {
  const match = w3cDate.exec(value);
  if (match === null) return /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : undefined;
  const [, year = '', month = '01', day = '01', time = '00:00', zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${time}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
