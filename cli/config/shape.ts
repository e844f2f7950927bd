import { kindOf } from '../../iam/policy-document/json-value.ts';
import { nearestName } from '../../iam/policy-document/nearest-name.ts';

/** A JSON schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Something in a JSON value that is not as it should be. */
export interface ShapeProblem {
  /** The place: `policies.app.patterns[1]`; empty for the value itself. */
  readonly where: string;
  /** What is wrong, in lower case. */
  readonly message: string;
  /** What is allowed there. */
  readonly allowed: string;
}

/** What a JSON value may be: how it is checked, and how a JSON schema says it. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Tells whether a value has the shape; what is wrong with it has then been reported. */
  readonly accepts: (
    value: unknown,
    where: string,
    report: (problem: ShapeProblem) => void,
  ) => value is T;
}

/** The type of the values of a shape. */
export type ValueOf<S> = S extends Shape<infer T> ? T : never;

/** Returns a shape whose schema has a description. */
export function described<T>(shape: Shape<T>, description: string): Shape<T> {
  return { ...shape, schema: { description, ...shape.schema } };
}

/** Returns the shape of a text that matches a pattern; `allowed` says the pattern in words. */
export function text(pattern: RegExp, allowed: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: pattern.source },
    accepts: (value, where, report): value is string => {
      if (typeof value === 'string' && pattern.test(value)) return true;
      const message =
        typeof value === 'string'
          ? `\`${shorten(value)}\` is not allowed`
          : wrongKind(value, 'text');
      report({ where, message, allowed });
      return false;
    },
  };
}

/** Returns the shape of a text that is one of some names. */
export function choice<const T extends readonly string[]>(names: T): Shape<T[number]> {
  return {
    schema: { enum: names },
    accepts: (value, where, report): value is T[number] => {
      if (typeof value === 'string' && names.includes(value)) return true;
      const allowed = listOf(names);
      if (typeof value !== 'string') {
        report({ where, message: wrongKind(value, 'text'), allowed });
        return false;
      }
      const meant = nearestName(value, names);
      const message = `\`${shorten(value)}\` is not known`;
      report({
        where,
        message,
        allowed: meant ? `did you mean \`${meant}\`? ${allowed}` : allowed,
      });
      return false;
    },
  };
}

/** Returns the shape of `true` and `false`. */
export function flag(): Shape<boolean> {
  return {
    schema: { type: 'boolean' },
    accepts: (value, where, report): value is boolean => {
      if (typeof value === 'boolean') return true;
      report({ where, message: wrongKind(value, 'a boolean'), allowed: '`true` or `false`' });
      return false;
    },
  };
}

/** Returns the shape of a whole number within bounds. */
export function whole(minimum: number, maximum: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum, maximum },
    accepts: (value, where, report): value is number => {
      if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) {
        return true;
      }
      const message =
        typeof value === 'number' ? `${value} is not allowed` : wrongKind(value, 'a number');
      report({ where, message, allowed: `a whole number from ${minimum} to ${maximum}` });
      return false;
    },
  };
}

/** Returns the shape of a list, each of whose elements has a shape and stands there once. */
export function list<T>(item: Shape<T>, { least = 0 } = {}): Shape<readonly T[]> {
  return {
    schema: {
      type: 'array',
      items: item.schema,
      uniqueItems: true,
      ...(least > 0 && { minItems: least }),
    },
    accepts: (value, where, report): value is readonly T[] => {
      const allowed = least > 0 ? `a list with at least ${least} element` : 'a list in `[` and `]`';
      if (!Array.isArray(value)) {
        report({ where, message: wrongKind(value, 'a list'), allowed });
        return false;
      }
      if (value.length < least) {
        report({ where, message: 'the list is empty', allowed });
        return false;
      }
      const texts = value.map((one) => JSON.stringify(one));
      const twice = texts.findIndex((one, at) => texts.indexOf(one) !== at);
      if (twice >= 0) {
        const message = `\`${shorten(texts[twice] ?? '')}\` stands there twice`;
        report({ where: `${where}[${twice}]`, message, allowed: 'each element once' });
        return false;
      }
      return value.every((one, at) => item.accepts(one, `${where}[${at}]`, report));
    },
  };
}

/** Returns what is wrong with a value of another kind. */
export function wrongKind(value: unknown, wanted: string): string {
  return `${kindOf(value)} stands where ${wanted} belongs`;
}

/** Returns names for a message: `a`, `b`. */
export function listOf(names: readonly string[]): string {
  return `allowed are ${names.map((name) => `\`${name}\``).join(', ')}`;
}

/** Returns a text for a message: a long one is cut. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
