import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads every case of the JSON files in a folder of scenarios; each file is a list of cases. */
export function readScenarios<Case>(
  folder: string,
  parse: (value: unknown, where: string) => Case,
): readonly Case[] {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const cases: unknown = JSON.parse(readFileSync(join(path, file), 'utf8'));
      if (!Array.isArray(cases)) throw new Error(`${file} is not a list of cases`);
      return cases.map((one, index) => parse(one, `${folder}/${file}[${index}]`));
    });
}

/** Returns the value as an object of unknown values; throws with the place where it is none. */
export function asRecord(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(`${where} is not an object`);
}

/** Returns the value as a string; throws with the place where it is none. */
export function asText(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`${where} is not a string`);
}

/** Returns the value as a list of strings; throws with the place where it is none. */
export function asTexts(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`${where} is not a list`);
  return value.map((one) => asText(one, where));
}
