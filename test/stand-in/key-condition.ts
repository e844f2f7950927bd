import {
  isJsonObject,
  type Json,
  type JsonObject,
  objectMember,
  textMember,
} from './json-protocol.ts';
import { StandInError } from './stand-in-error.ts';

type Comparison = (left: string, right: string) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/**
 * Says whether an item meets a Query's `KeyConditionExpression`: comparisons and `begins_with`, joined by AND.
 * Throws `ValidationException` for anything else.
 */
export function matchKeyCondition(query: JsonObject, item: JsonObject): boolean {
  return textMember(query, 'KeyConditionExpression')
    .split(/\s+AND\s+/i)
    .every((condition) => matchOne(condition.trim(), query, item));
}

function matchOne(condition: string, query: JsonObject, item: JsonObject): boolean {
  const begins = /^begins_with\s*\(\s*([#\w]+)\s*,\s*(:\w+)\s*\)$/.exec(condition);
  if (begins !== null) {
    return attribute(item, query, begins[1]).startsWith(value(query, begins[2]));
  }
  const [, name, operator = '', placeholder] =
    /^([#\w]+)\s*(=|<=|>=|<|>)\s*(:\w+)$/.exec(condition) ?? [];
  const compare = comparisons[operator];
  if (compare === undefined) {
    throw new StandInError('ValidationException', `Unsupported key condition: ${condition}`);
  }
  return compare(attribute(item, query, name), value(query, placeholder));
}

function attribute(item: JsonObject, query: JsonObject, name = ''): string {
  const realName = name.startsWith('#')
    ? textMember(objectMember(query, 'ExpressionAttributeNames'), name)
    : name;
  return scalar(item[realName]);
}

function value(query: JsonObject, placeholder = ''): string {
  return scalar(objectMember(query, 'ExpressionAttributeValues')[placeholder]);
}

/** Returns an attribute value's text; numbers are padded so that they compare as numbers do. */
function scalar(typed: Json | undefined): string {
  if (!isJsonObject(typed)) return '';
  if (typeof typed.N === 'string') return typed.N.padStart(40, '0');
  return typeof typed.S === 'string' ? typed.S : '';
}
