import fc from 'fast-check';
import { classifyToken } from '../../../generator/narrow/classify-token.ts';

const instant = fc.date({
  min: new Date('2002-01-01'),
  max: new Date('2090-01-01'),
  noInvalidDate: true,
});
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * Kinds of ids that a program makes anew in each run, by their names.
 */
export const runIds: Readonly<Record<string, fc.Arbitrary<string>>> = {
  UUID: fc.uuid(),
  'UUID in capitals': fc.uuid().map((text) => text.toUpperCase()),
  'UUID with underscores': fc.uuid().map((text) => text.replaceAll('-', '_')),
  'UUID without hyphens': fc.uuid().map((text) => text.replaceAll('-', '')),
  'first part of a UUID': hexadecimal(8, 8),
  'short SHA': hexadecimal(7, 7),
  'SHA-1': hexadecimal(40, 40),
  'SHA-256': hexadecimal(64, 64),
  ObjectId: hexadecimal(24, 24),
  'hexadecimal id of any length': hexadecimal(9, 39),
  ULID: fc.ulid(),
  'ULID in small letters': fc.ulid().map((text) => text.toLowerCase()),
  KSUID: drawn(/^[0-9A-Za-z]{27}$/),
  'Nano ID': drawn(/^[0-9A-Za-z]{21}$/),
  cuid: drawn(/^c[0-9a-z]{24}$/),
  XID: drawn(/^c[0-9a-v]{19}$/),
  'base 32': drawn(/^[a-z2-7]{26}$/),
  'base 36 of any length': drawn(/^[0-9a-z]{10,14}$/),
  'base 58 of any length': drawn(/^[1-9A-HJ-NP-Za-km-z]{18,22}$/),
  'suffix of CloudFormation': drawn(/^[0-9a-z]{12,13}$/),
  snowflake: fc.bigInt({ min: 10n ** 16n, max: 10n ** 19n }).map(String),
  'seconds since 1970': instant.map((time) => String(Math.floor(time.getTime() / 1000))),
  'milliseconds since 1970': instant.map((time) => String(time.getTime())),
  'number of a build': fc.integer({ min: 1, max: 10 ** 11 }).map((count) => `build-${count}`),
  'number of a process': fc.integer({ min: 2100, max: 99_999 }).map(String),
  'ISO time': instant.map((time) => time.toISOString()),
  'ISO time in the basic form': instant.map((time) =>
    time.toISOString().replaceAll(/[-:]|\.\d+/g, ''),
  ),
  'ISO time with hyphens': instant.map((time) => time.toISOString().replaceAll(/[:.]/g, '-')),
  date: instant.map((time) => time.toISOString().slice(0, 10)),
  'date without hyphens': instant.map((time) =>
    time.toISOString().slice(0, 10).replaceAll('-', ''),
  ),
  'date and hour': instant.map((time) => time.toISOString().slice(0, 13).replace('T', '-')),
  'date and time': instant.map((time) => time.toISOString().replaceAll(/\D/g, '').slice(0, 14)),
  'European date': instant.map((time) =>
    time.toISOString().slice(0, 10).split('-').reverse().join('.'),
  ),
  'date with the name of its month': instant.map(
    (time) => `${time.getUTCDate()}-${months[time.getUTCMonth()] ?? ''}-${time.getUTCFullYear()}`,
  ),
  week: fc.integer({ min: 1, max: 53 }).map((week) => `2026-W${String(week).padStart(2, '0')}`),
  month: instant.map((time) => time.toISOString().slice(0, 7)),
  'private address': fc.ipV4().map((address) => `10.${address.split('.').slice(1).join('.')}`),
};

/** Of 2,000 texts drawn at random all but one have a digit and a letter. */
function hexadecimal(shortest: number, longest: number): fc.Arbitrary<string> {
  return fc
    .stringMatching(new RegExp(`^[0-9a-f]{${shortest},${longest}}$`))
    .filter((text) => /\d/.test(text) && /[a-f]/.test(text));
}

/** Texts of an alphabet; such as are known to be random, of which classify-token.test.ts says how many are. */
function drawn(expression: RegExp): fc.Arbitrary<string> {
  return fc.stringMatching(expression).filter((text) => classifyToken(text) !== undefined);
}
