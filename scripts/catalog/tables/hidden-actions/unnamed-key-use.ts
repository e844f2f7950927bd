import type { ConditionRow, OperationRow } from '../operation-actions/row.ts';

/** What a service does for the caller with the KMS key of a resource: the request names the resource, not its key. */
export interface UnnamedKeyUse {
  readonly actions: readonly string[];
  /** The service in `kms:ViaService`. */
  readonly via: string;
  /** Whose key it is. */
  readonly of: string;
  readonly source: string;
  readonly when?: readonly string[];
  /** Parameters that say that another key is used, or none. */
  readonly unless?: readonly string[];
}

/** Returns a hidden grant for each action on the keys of the account in the Region. */
export const rowsOf = ({ actions, via, of, source, when, unless }: UnnamedKeyUse): OperationRow =>
  actions.map((action) => ({
    action: `kms:${action}`,
    types: ['key'],
    bind: {},
    ...(when && { when }),
    ...(unless && { unless }),
    conditions: conditionsOf(action, `${via}.\${Region}.\${DnsSuffix}`),
    because: `uses the key of ${of}, where that is a customer managed one`,
    source,
  }));

function conditionsOf(action: string, service: string): ConditionRow {
  return {
    // Source: Amazon EBS User Guide, "Requirements for Amazon EBS encryption": only grants that the service makes.
    ...(action === 'CreateGrant' && { Bool: { 'kms:GrantIsForAWSResource': ['true'] } }),
    StringEquals: { 'kms:ViaService': [service] },
  };
}

/** Returns the same grants for each of these operations. */
export const each = (use: UnnamedKeyUse, ...operations: readonly string[]) =>
  Object.fromEntries(operations.map((operation) => [operation, rowsOf(use)]));
