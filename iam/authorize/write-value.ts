import { sixAnyCharacters } from './transform.ts';

/** A recorded value as a policy writes it, and a reason for each kind of wildcard in it. */
export interface WrittenValue {
  readonly text: string;
  readonly reasons: readonly string[];
}

/**
 * Writes a recorded value so that IAM takes it literally: `*`, `?` and `${` would be a wildcard or a policy variable.
 * Characters that a policy cannot hold become `*`, each run of them one.
 * Sources: IAM User Guide, "IAM policy elements: Variables and tags", special characters; IAM API Reference,
 * CreatePolicy, PolicyDocument (its pattern).
 */
export function writeValue(value: string): WrittenValue {
  if (plain.test(value)) return { text: value, reasons: none };
  const [head = '', tail] = value.split(sixAnyCharacters);
  const literal = (text: string) =>
    text
      .replaceAll(/\$(?=\{)|[*?]/g, (character) => `\${${character}}`)
      .replaceAll(unwritable, '*');
  const isWritable = plain.test((head + (tail ?? '')).replaceAll(/[*?$]/g, ''));
  return {
    text: tail === undefined ? literal(head) : `${literal(head)}??????${literal(tail)}`,
    reasons: [
      ...(tail === undefined ? [] : [suffixReason]),
      ...(isWritable ? [] : [characterReason]),
    ],
  };
}

/** Nearly every value: nothing in it has a meaning of its own. */
const plain = /^[ -#%-)+->@-\u00ff]*$/;
const none: readonly string[] = [];

// Tab, line feed and carriage return too may stand in a policy, but in no name of AWS.
const unwritable = /[^ -\u00ff]+/g;

const suffixReason = 'AWS ends the name in six random characters that the request does not carry';
const characterReason = 'a policy cannot hold some of the characters of the name';
