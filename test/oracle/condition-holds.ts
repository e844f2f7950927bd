import { type Context, fillIn, matchesSomehow } from './patterns.ts';

/** Decides one operator and key of a condition block. `given` is empty where the request lacks the key. */
export function conditionHolds(
  operator: string,
  given: readonly string[],
  wanted: readonly string[],
  context: Context,
  hasVariables: boolean,
): boolean {
  const isEmpty = given.every((value) => value === '');
  if (operator === 'Null') return wanted.some((one) => one.toLowerCase() === String(isEmpty));
  const [, quantifier, name = '', ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  if (given.length === 0) {
    if (ifExists !== undefined || quantifier === 'ForAllValues:') return true;
    return isNegated(name) && quantifier === undefined;
  }
  const matchesOne = (value: string) =>
    wanted.some((one) => compares(name.replace('Not', ''), value, one, context, hasVariables));
  const holds = (value: string) => matchesOne(value) !== isNegated(name);
  if (quantifier === 'ForAllValues:') return isEmpty || given.every(holds);
  return given.some(holds);
}

function isNegated(operator: string): boolean {
  return operator.includes('Not');
}

function compares(
  operator: string,
  given: string,
  wanted: string,
  context: Context,
  hasVariables: boolean,
): boolean {
  switch (operator) {
    case 'StringEquals':
      return given === filled(wanted, context, hasVariables);
    case 'StringEqualsIgnoreCase':
    case 'Bool':
      return given.toLowerCase() === filled(wanted, context, hasVariables)?.toLowerCase();
    case 'StringLike': {
      const pieces = fillIn(wanted, context, hasVariables);
      return pieces !== undefined && matchesSomehow(pieces, given, /[\s\S]/);
    }
    case 'ArnEquals':
    case 'ArnLike':
      return arnMatches(wanted, given, context, hasVariables);
    case 'BinaryEquals':
      return isBase64(given) && isBase64(wanted) && atob(given) === atob(wanted);
    case 'IpAddress':
      return ipMatches(wanted, given);
    default:
      return comparesInOrder(operator, given, wanted);
  }
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[\w+/]*={0,2}$/.test(text) && !text.includes('_');
}

function comparesInOrder(operator: string, given: string, wanted: string): boolean {
  const toNumber = operator.startsWith('Date') ? toTime : (text: string) => Number(text || 'x');
  const difference = toNumber(given) - toNumber(wanted);
  switch (operator.replace(/^(Numeric|Date)/, '')) {
    case 'Equals':
      return difference === 0;
    case 'LessThan':
      return difference < 0;
    case 'LessThanEquals':
      return difference <= 0;
    case 'GreaterThan':
      return difference > 0;
    case 'GreaterThanEquals':
      return difference >= 0;
    default:
      throw new Error(`the oracle does not know the condition operator ${operator}`);
  }
}

/** Seconds since 1970, or a date; a time without a zone is UTC. */
function toTime(text: string): number {
  if (/^(\d{1,3}|\d{5,})(\.\d+)?$|^\d{4}\.\d+$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}($|-\d\d)/.test(text)) return Number.NaN;
  return Date.parse(/T.*\d$/.test(text) && !/[+-]\d\d:\d\d$/.test(text) ? `${text}Z` : text);
}

/** ARN operators compare the six parts one by one: a wildcard never crosses a colon. */
function arnMatches(
  pattern: string,
  arn: string,
  context: Context,
  hasVariables: boolean,
): boolean {
  const given = arn.split(':');
  if (given.length < 6) return false;
  if (pattern === '*') return true;
  const pieces = fillIn(pattern, context, hasVariables);
  if (pieces === undefined) return false;
  let colons = 0;
  const marked = pieces.map((piece) => {
    if (piece === ':') colons += 1;
    return colons < 5 && (piece === '*' || piece === '?') ? `closed ${piece}` : piece;
  });
  return colons >= 5 && matchesSomehow(marked, arn, /[\s\S]/);
}

/** Compares addresses bit by bit, as texts of zeros and ones. */
function ipMatches(range: string, address: string): boolean {
  const [start = '', prefix] = range.split('/');
  const wanted = toBits(start);
  const given = toBits(address);
  if (wanted === undefined || given === undefined || wanted.length !== given.length) return false;
  const length = prefix === undefined ? wanted.length : Number(prefix);
  return wanted.slice(0, length) === given.slice(0, length);
}

function toBits(address: string): string | undefined {
  if (/^[\d.]+$/.test(address)) {
    return address
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('');
  }
  if (!/^[\da-f:]*:[\da-f:]*$/i.test(address)) return undefined;
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...new Array<string>(missing).fill('0'), ...groups(tail)];
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

function filled(text: string, context: Context, hasVariables: boolean): string | undefined {
  const pieces = fillIn(text, context, hasVariables);
  return pieces?.map((piece) => (piece.length > 1 ? piece.slice(1) : piece)).join('');
}
