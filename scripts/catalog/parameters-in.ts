import type { GrantEntry } from '../../aws/catalog/entries.ts';

/** A parameter that the grants read: its value, or only whether it is there. */
export interface ReadParameter {
  readonly path: string;
  readonly isValueRead: boolean;
}

/** Returns the parameters that the grants' expressions read, each once. */
export function parametersIn(grants: readonly GrantEntry[]): readonly ReadParameter[] {
  const tested = grants.flatMap((grant) => [...(grant.when ?? []), ...(grant.unless ?? [])]);
  const values = grants.flatMap((grant) =>
    (grant.resources ?? []).flatMap((resource) => [
      ...Object.values(resource.bind ?? {}),
      ...(resource.arns ?? []),
    ]),
  );
  const conditions = grants.flatMap((grant) =>
    [grant.conditions, grant.offered]
      .flatMap((block) => Object.values(block ?? {}))
      .flatMap((keys) => Object.entries(keys).flatMap(([key, texts]) => [key, ...texts]))
      .flatMap(expressionsOf),
  );
  const read = new Set([...values, ...conditions, ...tested.filter(isTransform)].flatMap(pathsOf));
  const all = new Set([...read, ...tested.flatMap(pathsOf)]);
  return [...all].map((path) => ({ path, isValueRead: read.has(path) }));
}

// `{Namespace}` as a condition's value stands for the values of that expression, and at the end of a key for its names.
function expressionsOf(text: string): readonly string[] {
  const expression = /(?:^|[/:])\{(.+)\}$/.exec(text)?.[1];
  return expression === undefined ? [] : [expression];
}

/** Returns the parameters that an expression reads: `Path` and `RoleName` of `iamPath(Path?, RoleName)`. */
export function pathsOf(expression: string): readonly string[] {
  const inner = /^\w+\((.*)\)$/.exec(expression)?.[1] ?? expression;
  const paths = inner.split(/,\s*/).filter((path) => path !== '' && !path.startsWith('"'));
  return paths.map((path) => path.replace(/\?$/, ''));
}

function isTransform(expression: string): boolean {
  return expression.endsWith(')');
}
