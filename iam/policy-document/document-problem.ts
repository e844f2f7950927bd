import { LeastgrantError } from '../../errors.ts';

/** Something in a document that IAM would not accept. */
export interface DocumentProblem {
  /** The place: `Statement[2].Action`. */
  readonly where: string;
  /** What is wrong, in lower case. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** Returns a problem as an error with code E_INPUT. `name` says which document: a file, a resource in a template. */
export function toInputError(name: string, { where, message, hint }: DocumentProblem) {
  const place = where === '' ? '' : ` at ${where}`;
  return new LeastgrantError(
    'E_INPUT',
    `\`${name}\` is no policy that IAM takes${place}: ${message}`,
    {
      hint,
    },
  );
}
