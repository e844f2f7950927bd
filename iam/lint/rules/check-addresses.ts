import { findOperator } from '../../evaluate/operators/find-operator.ts';
import { type IpRange, parseIpRange } from '../../evaluate/operators/ip-range.ts';
import type { StatementCondition } from '../../policy-document/policy-document.ts';
import type { StatementFinding } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';

/**
 * Finds private addresses in `aws:SourceIp`, which is the public address of a caller, and ranges whose address has more
 * bits than their prefix. Sources: IAM User Guide, "AWS global condition context keys", aws:SourceIp; "IAM policy
 * validation check reference"; RFC 1918, RFC 4193.
 */
export const checkAddresses: LintRule = ({ policy }) =>
  policy.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => {
      const where = `${statement.where}.Condition.${condition.operator}.${condition.key}`;
      return checkCondition(condition).map((found) => ({ ...found, where }));
    }),
  );

type Found = Omit<StatementFinding, 'where'>;

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => parseIpRange(text) ?? [],
);

function checkCondition({ operator, key, values }: StatementCondition): readonly Found[] {
  const use = findOperator(operator);
  if (use?.kind !== 'comparison' || use.operator.type !== 'IPAddress') return [];
  const ranges = values.flatMap((value) => {
    const range = parseIpRange(value);
    return range === undefined ? [] : [{ value, range }];
  });
  const isPublic = key.toLowerCase() === 'aws:sourceip';
  const inside = isPublic ? ranges.filter(({ range }) => isPrivate(range)) : [];
  return [
    ...privateFindings(
      inside.map(({ value }) => value),
      inside.length === values.length,
      use.operator.isNegated,
    ),
    ...ranges.filter(({ range }) => hasHostBits(range)).map(({ value }) => hostBits(value)),
  ];
}

function privateFindings(
  values: readonly string[],
  isAll: boolean,
  isNegated: boolean,
): readonly Found[] {
  if (values.length === 0) return [];
  const message = `aws:SourceIp is never a private address such as \`${values[0]}\``;
  const effect = isNegated ? 'always met' : 'never met';
  return [
    {
      level: isAll ? 'error' : 'note',
      code: 'private-address',
      message,
      because: `${isAll ? `the condition is ${effect}; ` : ''}use \`aws:VpcSourceIp\` for calls through an endpoint of a VPC`,
    },
  ];
}

function isPrivate(range: IpRange): boolean {
  return privateRanges.some(
    ({ address, bits, prefix }) =>
      bits === range.bits &&
      prefix <= range.prefix &&
      address >> BigInt(bits - prefix) === range.address >> BigInt(bits - prefix),
  );
}

function hasHostBits({ address, bits, prefix }: IpRange): boolean {
  const host = BigInt(bits - prefix);
  return (address >> host) << host !== address;
}

function hostBits(value: string): Found {
  const message = `\`${value}\` is a whole range, not the address before its prefix`;
  const because = 'write the first address of the range, or leave the prefix out';
  return { level: 'note', code: 'address-range', message, because };
}
