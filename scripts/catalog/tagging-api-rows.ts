import type { WireOperation, WireService } from './model.ts';
import type { IamService } from './sources/iam-data.ts';
import type { GrantRow } from './tables/operation-actions/row.ts';
import { type TaggingActions, taggingActions } from './tables/tagging-actions.ts';

/** Why these actions are needed; all rows have it. */
export const taggedByService = 'the service of each resource in `ResourceARNList[]` is asked too';

const tagResource: TaggingActions = { tag: ['TagResource'], untag: ['UntagResource'] };

const verbs: Readonly<Record<string, 'tag' | 'untag'>> = {
  TagResources: 'tag',
  UntagResources: 'untag',
};

/**
 * Returns the grants of Resource Groups Tagging API for the services of the resources that a request names: it asks each
 * service, in the name of the caller, to tag its own.
 */
export function taggingApiRows(
  service: WireService,
  operation: WireOperation,
  iam: ReadonlyMap<string, IamService>,
): readonly GrantRow[] {
  const verb = service.id === 'resource-groups-tagging-api' ? verbs[operation.name] : undefined;
  if (verb === undefined) return [];
  return [...iam.values()].flatMap(({ prefix, actions }) => {
    const own = taggingActions[prefix];
    const isCommon = own === undefined && actions.has(tagResource[verb].join().toLowerCase());
    const names = own?.[verb] ?? (isCommon ? tagResource[verb] : []);
    return names.map((name) => rowOf(`${prefix}:${name}`, prefix, own?.bind));
  });
}

function rowOf(action: string, prefix: string, bind: TaggingActions['bind']): GrantRow {
  const named = `arnOf(ResourceARNList[], "${prefix}")`;
  return {
    action,
    when: bind === undefined ? [named] : Object.values(bind),
    ...(bind === undefined ? { template: '${Arn}', bind: { Arn: named } } : { bind }),
    because: taggedByService,
    from: 'table',
  };
}
