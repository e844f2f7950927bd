/**
 * Returns the plain values at a wire path of a decoded body (`TransactItems[].Put.TableName`, `RequestItems{}` for the
 * keys of a map) as text, in the order of the body; none where there is nothing.
 */
export function collectValues(root: unknown, wire: string): readonly string[] {
  return collect(root, wire.split('.'), 0);
}

function collect(value: unknown, steps: readonly string[], at: number): readonly string[] {
  const step = steps[at];
  if (step === undefined) return isScalar(value) ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  const name = step.replace(/(\[\]|\{\})$/, '');
  const inner: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  if (step.endsWith('{}')) return isObject(inner) ? Object.keys(inner) : [];
  if (step.endsWith('[]')) {
    return Array.isArray(inner) ? inner.flatMap((item) => collect(item, steps, at + 1)) : [];
  }
  return collect(inner, steps, at + 1);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
