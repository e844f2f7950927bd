import { type Denial, denyingPolicies } from '../../aws/denial.ts';
import {
  badData,
  expectFieldCount,
  type JsonRecord,
  readNullableText,
  readRecord,
  readTexts,
} from './json-fields.ts';

const DENIAL_FIELDS = 7;

/** Returns a call's denials as its line keeps them: no field where there are none. */
export function denialFields(denials: readonly Denial[] | undefined): {
  readonly denials?: readonly Denial[];
} {
  return denials === undefined || denials.length === 0 ? {} : { denials: denials.map(fieldsOf) };
}

/**
 * Reads the denials of a call's line: none where it has no such field.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function readDenials(record: JsonRecord): { readonly denials?: readonly Denial[] } {
  const { denials } = record;
  if (denials === undefined) return {};
  if (!Array.isArray(denials) || denials.length === 0) throw badData('`denials` is not a list');
  return { denials: denials.map(readDenial) };
}

// Field by field, so that the order is the same in every line and nothing else is stored.
function fieldsOf(denial: Denial): Denial {
  return {
    principal: denial.principal,
    action: denial.action,
    resources: denial.resources,
    deniedBy: denial.deniedBy,
    isExplicit: denial.isExplicit,
    policy: denial.policy,
    encodedMessage: denial.encodedMessage,
  };
}

function readDenial(value: unknown): Denial {
  const record = readRecord(value, 'a denial');
  const { isExplicit } = record;
  if (typeof isExplicit !== 'boolean') throw badData('`isExplicit` is neither true nor false');
  const kind = readNullableText(record, 'deniedBy');
  const deniedBy = denyingPolicies.find((one) => one === kind) ?? null;
  if (deniedBy !== kind) throw badData('`deniedBy` is no kind of policy');
  expectFieldCount(record, DENIAL_FIELDS);
  return {
    principal: readNullableText(record, 'principal'),
    action: readNullableText(record, 'action'),
    resources: readTexts(record, 'resources'),
    deniedBy,
    isExplicit,
    policy: readNullableText(record, 'policy'),
    encodedMessage: readNullableText(record, 'encodedMessage'),
  };
}
