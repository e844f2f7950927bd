import type { DocumentProblem } from './document-problem.ts';
import type { JsonObject } from './json-value.ts';
import { nearestName } from './nearest-name.ts';

/** Returns a problem for each member of an object that is none of its elements, with the one that is most like it. */
export function findUnknownElements(
  object: JsonObject,
  elements: readonly string[],
  where: string,
): readonly DocumentProblem[] {
  return Object.keys(object)
    .filter((name) => !elements.includes(name))
    .map((name) => {
      const meant = nearestName(name, elements);
      return {
        where: where === '' ? name : `${where}.${name}`,
        message: `there is no element \`${name}\``,
        hint:
          meant === undefined ? `there are ${elements.join(', ')}` : `did you mean \`${meant}\`?`,
      };
    });
}
