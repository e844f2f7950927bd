import type { WireOperation } from '../model.ts';
import { pathsOf } from '../parameters-in.ts';
import { findWirePlace } from './parameter-path.ts';

/**
 * Tells whether an operation has the parameters of an expression. It may leave out those that are marked with `?`, but
 * must have one, if the expression has any at all.
 */
export function hasParameters(operation: WireOperation, expression: string): boolean {
  if (pathsOf(expression).length === 0) return true;
  const inner = /^\w+\((.*)\)$/.exec(expression)?.[1] ?? expression;
  const paths = inner.split(/,\s*/);
  const isThere = (path: string) => isReadable(operation, path.replace(/\?$/, ''));
  return paths.some(isThere) && paths.every((path) => path.endsWith('?') || isThere(path));
}

// A text that is marked as sensitive is recorded only where it is an ARN.
function isReadable(operation: WireOperation, path: string): boolean {
  const shape = operation.members.get(path)?.shape();
  if (shape?.type === 'scalar') return shape.isSensitive !== true || /arn$/i.test(path);
  return findWirePlace(operation, 'json', path) !== undefined;
}
