import type { ConditionRow, GrantRow } from './tables/operation-actions/row.ts';
import type { TagOnCreate } from './tables/tag-on-create.ts';

/** Returns the grant that an operation needs where its request carries tags. */
export function tagOnCreateRows(
  row: TagOnCreate | undefined,
  operation: string,
): readonly GrantRow[] {
  if (row === undefined) return [];
  return row.actions.map((action) => ({
    action,
    when: [row.tags],
    ...(row.types && { types: row.types }),
    ...(row.bind && { bind: row.bind }),
    offered: tagKeys(row.tags),
    because: `tags what ${operation} creates`,
    from: 'table' as const,
  }));
}

/** Returns the condition that only the tag keys of the request are set: a later request may carry others. */
function tagKeys(tags: string): ConditionRow {
  return { 'ForAllValues:StringEquals': { 'aws:TagKeys': [`{${tags}}`] } };
}
