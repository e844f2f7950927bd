import type { ConditionOperator } from './condition-operator.ts';
import { parseIpRange } from './ip-range.ts';

const address = {
  type: 'IPAddress',
  hasWildcards: false,
  hasVariables: false,
  accepts: (value: string) => parseIpRange(value) !== undefined,
  compile: (value: string) => {
    const range = parseIpRange(value);
    return (given: string) => {
      const asked = given.includes('/') ? undefined : parseIpRange(given);
      if (range === undefined || asked === undefined || asked.bits !== range.bits) return false;
      const host = BigInt(range.bits - range.prefix);
      return asked.address >> host === range.address >> host;
    };
  },
} as const;

/**
 * The operators that compare addresses with ranges in CIDR form; an address without a prefix is itself alone.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", IP address condition operators.
 */
export const ipOperators: readonly ConditionOperator[] = [
  { ...address, name: 'IpAddress', isNegated: false },
  { ...address, name: 'NotIpAddress', isNegated: true },
];
