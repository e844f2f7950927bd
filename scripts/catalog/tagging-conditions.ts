import { findTaggingKeys } from './find-tags.ts';
import type { WireOperation } from './model.ts';
import type { IamAction } from './sources/iam-data.ts';
import type { ConditionRow } from './tables/operation-actions/row.ts';

/**
 * Returns the conditions on tags that an action offers for tag keys at a path of the request. The values of tags are not
 * recorded: any value will do, also an empty one, which `Null` would take for no tag.
 */
export function offerTags(action: IamAction | undefined, path: string): ConditionRow | undefined {
  const has = (key: string) => action?.conditionKeys.includes(key) === true;
  const offered = {
    ...(has('aws:TagKeys') && { 'ForAllValues:StringEquals': { 'aws:TagKeys': [`{${path}}`] } }),
    // Untagging names keys alone.
    ...(!/^tagkeys\[\]$/i.test(path) &&
      has('aws:RequestTag/${TagKey}') && {
        StringLike: { [`aws:RequestTag/{${path}}`]: ['*'] },
      }),
  };
  return Object.keys(offered).length > 0 ? offered : undefined;
}

/**
 * Returns the conditions on tags that an operation's own action offers, where all that it does is to tag or untag. A
 * request that creates something may be checked on resources beside it, of which nobody says that they see its tags.
 */
export function taggingConditions(
  action: IamAction | undefined,
  operation: WireOperation,
): ConditionRow | undefined {
  if (action?.accessLevel !== 'Tagging') return undefined;
  const path = findTaggingKeys(operation);
  return path === undefined ? undefined : offerTags(action, path);
}
