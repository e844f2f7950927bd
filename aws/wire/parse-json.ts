import { completeJson } from './complete-json.ts';

/** Returns the value of a JSON text, or what there is of it where it was cut; undefined where it is none. */
export function parseJson(text: string, isCut: boolean): unknown {
  try {
    return JSON.parse(isCut ? completeJson(text) : text);
  } catch {
    return undefined;
  }
}
