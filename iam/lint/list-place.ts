import type { Statement } from '../policy-document/policy-document.ts';

/** Returns the place of an element of a statement's list: `Statement[2].NotAction[0]`. */
export function listPlace(
  statement: Statement,
  element: 'Action' | 'Resource',
  at: number,
): string {
  const { isNegated } = element === 'Action' ? statement.actions : statement.resources;
  return `${statement.where}.${isNegated ? 'Not' : ''}${element}[${at}]`;
}
