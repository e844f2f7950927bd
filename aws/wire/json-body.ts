import type { BodyReader } from './body-reader.ts';
import { completeJson } from './complete-json.ts';

/** Reads parameters from a JSON body, as far as it goes where it was cut. */
export const readJsonBody: BodyReader = (body, isCut, wires) => {
  const root = parse(body, isCut);
  const values = new Map<string, readonly string[]>();
  for (const wire of wires) {
    const found = collect(root, wire.split('.'), 0);
    if (found.length > 0) values.set(wire, found);
  }
  return values;
};

function parse(body: Uint8Array, isCut: boolean): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(isCut ? completeJson(text) : text);
  } catch {
    return undefined;
  }
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
