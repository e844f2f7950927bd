import type { BodyReader } from './body-reader.ts';
import { collectValues } from './collect-values.ts';
import { completeJson } from './complete-json.ts';

/** Reads parameters from a JSON body, as far as it goes where it was cut. */
export const readJsonBody: BodyReader = (body, isCut, wires) => {
  const root = parseJson(decoder.decode(body), isCut);
  const values = new Map<string, readonly string[]>();
  for (const wire of wires) {
    const found = collectValues(root, wire);
    if (found.length > 0) values.set(wire, found);
  }
  return values;
};

const decoder = new TextDecoder();

/** Returns the value of a JSON text, or what there is of it where it was cut; undefined where it is none. */
export function parseJson(text: string, isCut: boolean): unknown {
  try {
    return JSON.parse(isCut ? completeJson(text) : text);
  } catch {
    return undefined;
  }
}
