import { normalise } from './parameters.ts';

/** Returns what an operation is about, normalised: `botalias` of `DescribeBotAlias`, `project` of `BatchGetProjects`. */
export function nounOf(operation: string): string {
  const noun = operation.replace(/^Batch(?=[A-Z][a-z]+[A-Z])/, '').replace(/^[A-Z][a-z]+/, '');
  return normalise(noun);
}

/** Tells whether an operation is about a resource type itself, as opposed to something below it. */
export function isAboutType(operation: string, kind: string): boolean {
  const noun = nounOf(operation);
  return noun === kind || noun === `${kind}s` || noun === kind.replace(/y$/, 'ies');
}

/** Tells whether an operation is about a resource type or about something that is called after it. */
export function isBelowType(operation: string, kind: string): boolean {
  const noun = nounOf(operation);
  return noun.startsWith(kind) || noun.startsWith(kind.replace(/y$/, 'ies'));
}
