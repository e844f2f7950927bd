import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow } from '../operation-actions/row.ts';

const defaultGroup = (parameter: string, group: string): GrantRow => ({
  action: 'rds:CreateDBInstance',
  unless: [parameter],
  template: `arn:\${Partition}:rds:\${Region}:\${Account}:${group}`,
  because: `takes a default group, because the request has no \`${parameter}\``,
});

/**
 * An instance for which the request names no option group, parameter group or subnet group gets a default one, and the
 * caller must be allowed to use it.
 * Source: Amazon RDS User Guide, "Managing access using policies", the policy that allows instances with default groups
 * alone; "Working with parameter groups" and "Working with option groups" for their names.
 */
export const defaultGroups: OperationRows = {
  rds: {
    CreateDBInstance: [
      defaultGroup('OptionGroupName', 'og:default:*'),
      defaultGroup('DBParameterGroupName', 'pg:default.*'),
      defaultGroup('DBSubnetGroupName', 'subgrp:default'),
    ],
  },
};
