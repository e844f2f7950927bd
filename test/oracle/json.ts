/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function member(value: Json | undefined, name: string): Json | undefined {
  return objectOf(value)[name];
}

export function objectOf(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

export function listOf(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function textsOf(value: Json | undefined): string[] {
  return listOf(value).map((item) => {
    if (typeof item === 'object') throw new Error('a policy list holds texts only');
    return String(item);
  });
}
