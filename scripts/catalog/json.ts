/** A parsed JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns the value as an object; throws where a source's file is not what it was. */
export function asObject(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value;
  throw new Error(`${where} is not an object`);
}

/** Returns the value as a string; throws where a source's file is not what it was. */
export function asString(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`${where} is not a string`);
}

/** Returns the value as an array; throws where a source's file is not what it was. */
export function asArray(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} is not an array`);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
