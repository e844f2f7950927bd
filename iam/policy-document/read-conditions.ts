import { findOperator, operatorNames } from '../evaluate/operators/find-operator.ts';
import type { DocumentProblem } from './document-problem.ts';
import { asObject, kindOf } from './json-value.ts';
import { nearestName } from './nearest-name.ts';
import type { StatementCondition } from './policy-document.ts';

/** Reads a condition block: one entry for each operator and key, in the order of the document. */
export function readConditions(
  value: unknown,
  where: string,
  problems: DocumentProblem[],
): readonly StatementCondition[] {
  if (value === undefined) return [];
  const block = asObject(value);
  if (block === undefined) {
    problems.push({ where, message: `Condition is an object, not ${kindOf(value)}`, hint: form });
    return [];
  }
  return Object.entries(block).flatMap(([operator, keys]) =>
    readOperator(operator, keys, `${where}.${operator}`, problems),
  );
}

const form = 'write {"StringEquals": {"aws:username": ["jane"]}}';

function readOperator(
  operator: string,
  value: unknown,
  where: string,
  problems: DocumentProblem[],
): readonly StatementCondition[] {
  if (findOperator(operator) === undefined) {
    const meant = nearestName(operator.replace(/^.*:|IfExists$/g, ''), operatorNames());
    const hint =
      meant === undefined ? 'see docs/evaluation.md for all of them' : `did you mean \`${meant}\`?`;
    problems.push({ where, message: `there is no condition operator \`${operator}\``, hint });
    return [];
  }
  const keys = asObject(value);
  if (keys === undefined) {
    problems.push({
      where,
      message: `an operator has condition keys, not ${kindOf(value)}`,
      hint: form,
    });
    return [];
  }
  return Object.entries(keys).map(([key, values]) => ({
    operator,
    key,
    values: readValues(values, `${where}.${key}`, problems),
  }));
}

function readValues(value: unknown, where: string, problems: DocumentProblem[]): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one, at) => {
    if (typeof one === 'string') return [one];
    if (typeof one === 'number' || typeof one === 'boolean') return [String(one)];
    const place = Array.isArray(value) ? `${where}[${at}]` : where;
    const hint = 'write a text, a number, true or false';
    problems.push({ where: place, message: `${kindOf(one)} is no condition value`, hint });
    return [];
  });
}
