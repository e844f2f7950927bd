import type { ApiCall } from '../../aws/api-call.ts';
import { transforms } from './transforms.ts';

/**
 * Returns the values of a catalog expression for a call: of a parameter path, or of a transform of parameters such as
 * `iamPath(Path?, RoleName)`. Empty where the call has no such parameter.
 */
export function evaluateExpression(expression: string, call: ApiCall): readonly string[] {
  const match = /^(\w+)\((.*)\)$/.exec(expression);
  if (match === null) return valuesOf(expression, call);
  const [, name = '', inner = ''] = match;
  const paths = inner.split(/,\s*/).map((path) => path.replace(/\?$/, ''));
  const values = paths.map((path) => valuesOf(path, call));
  return transforms[name]?.(values, call) ?? [];
}

function valuesOf(path: string, call: ApiCall): readonly string[] {
  if (!Object.hasOwn(call.parameters, path)) return [];
  const value = call.parameters[path];
  return typeof value === 'string' ? [value] : (value ?? []);
}
