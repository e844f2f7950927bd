/**
 * How serious a finding is: an `error` is what IAM refuses or what can never work; a `warning` is what is likely not
 * meant, or dangerous; a `note` is worth knowing.
 */
export type FindingLevel = 'error' | 'warning' | 'note';

/** Something that the linter has to say about a policy. */
export interface Finding {
  readonly level: FindingLevel;
  /** Stable, to be filtered by: `unknown-action`. */
  readonly code: string;
  /** The policy's name: `policy.json`. */
  readonly policy: string;
  /** The place in the document: `Statement[2].Action[0]`; empty for the whole. */
  readonly where: string;
  /** What is wrong, in lower case. */
  readonly message: string;
  /** Why it is so: the rule behind it with its source, or what to do instead. */
  readonly because: string;
}

/** A finding before it is known of which policy. */
export type StatementFinding = Omit<Finding, 'policy'>;
