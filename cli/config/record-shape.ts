import { asObject, type JsonObject } from '../../iam/policy-document/json-value.ts';
import { nearestName } from '../../iam/policy-document/nearest-name.ts';
import {
  listOf,
  type Shape,
  type ShapeProblem,
  shorten,
  type ValueOf,
  wrongKind,
} from './shape.ts';

type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** An object with fields that must be there and fields that may be. */
type RecordOf<Required extends Shapes, Optional extends Shapes> = {
  readonly [Name in keyof Required]: ValueOf<Required[Name]>;
} & { readonly [Name in keyof Optional]?: ValueOf<Optional[Name]> };

type Report = (problem: ShapeProblem) => void;

/** Returns the shape of an object with these fields and no other. `oneOf` names fields of which one must be there. */
export function record<Required extends Shapes, Optional extends Shapes>(
  required: Required,
  optional: Optional,
  { oneOf = [] }: { readonly oneOf?: readonly (keyof Optional & string)[] } = {},
): Shape<RecordOf<Required, Optional>> {
  const fields: Shapes = { ...required, ...optional };
  const needed = Object.keys(required);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(fields).map(([name, { schema }]) => [name, schema]),
      ),
      ...(needed.length > 0 && { required: needed }),
      additionalProperties: false,
      ...(oneOf.length > 0 && { anyOf: oneOf.map((name) => ({ required: [name] })) }),
    },
    accepts: (value, where, report): value is RecordOf<Required, Optional> => {
      const object = expectObject(value, where, report);
      if (object === undefined) return false;
      const names = Object.keys(object);
      const unknown = names.find((name) => !Object.hasOwn(fields, name));
      if (unknown !== undefined) {
        report(unknownKey(unknown, Object.keys(fields), where));
        return false;
      }
      const missing = needed.find((name) => !Object.hasOwn(object, name));
      if (missing !== undefined) {
        const message = `\`${missing}\` is missing`;
        report({ where, message, allowed: `needed are ${needed.map(quote).join(', ')}` });
        return false;
      }
      if (oneOf.length > 0 && !oneOf.some((name) => Object.hasOwn(object, name))) {
        const choices = oneOf.map(quote).join(', ');
        report({ where, message: `none of ${choices} is there`, allowed: `one of ${choices}` });
        return false;
      }
      return names.every((name) =>
        fields[name]?.accepts(object[name], placeOf(where, name), report),
      );
    },
  };
}

/** Returns the shape of an object whose keys have a pattern of their own; `allowed` says it in words. */
export function dictionary<T>(
  { pattern, allowed }: { readonly pattern: RegExp; readonly allowed: string },
  item: Shape<T>,
): Shape<Readonly<Record<string, T>>> {
  return {
    schema: {
      type: 'object',
      propertyNames: { pattern: pattern.source },
      additionalProperties: item.schema,
    },
    accepts: (value, where, report): value is Readonly<Record<string, T>> => {
      const object = expectObject(value, where, report);
      if (object === undefined) return false;
      return Object.entries(object).every(([name, one]) => {
        if (pattern.test(name)) return item.accepts(one, placeOf(where, name), report);
        report({ where, message: `the key \`${shorten(name)}\` is not allowed`, allowed });
        return false;
      });
    },
  };
}

function expectObject(value: unknown, where: string, report: Report): JsonObject | undefined {
  const object = asObject(value);
  if (object === undefined) {
    const message = wrongKind(value, 'an object');
    report({ where, message, allowed: 'an object in `{` and `}`' });
  }
  return object;
}

function unknownKey(name: string, known: readonly string[], where: string): ShapeProblem {
  const meant = nearestName(name, known);
  const allowed = listOf(known);
  return {
    where,
    message: `the key \`${shorten(name)}\` is not known`,
    allowed: meant === undefined ? allowed : `did you mean \`${meant}\`? ${allowed}`,
  };
}

function placeOf(where: string, name: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(name)) return `${where}[${JSON.stringify(shorten(name))}]`;
  return where === '' ? name : `${where}.${name}`;
}

function quote(name: string): string {
  return `\`${name}\``;
}
