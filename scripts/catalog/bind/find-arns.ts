import type { WireOperation } from '../model.ts';
import { findByTypeEnd } from './bind-by-type-end.ts';
import { normalise, type Parameters } from './parameters.ts';

/** Finds the parameters that may hold the whole ARN of a resource type, the most certain first. */
export function findArns(
  operation: WireOperation,
  parameters: Parameters,
  type: string,
): readonly string[] {
  const kind = normalise(type);
  const own = [
    `${kind}arn`,
    `${kind}arns`,
    kind,
    `${kind}s`,
    `${kind}id`,
    `${kind}identifier`,
    `${kind}name`,
  ];
  const find = (name: string) => parameters.find(name);
  const shared = [
    'resourcearn',
    'resourcearns',
    'resourceid',
    'resourceidlist',
    'resourceidentifier',
    'resourcename',
    'resource',
    'arn',
    'arns',
  ];
  const named = own.map(find).filter((path) => path !== undefined);
  const byEnd =
    named.length > 0 ? undefined : findByTypeEnd(operation, parameters, type, ['arn', 'arns']);
  return [...named, byEnd, ...shared.map(find)].filter((path) => path !== undefined);
}
