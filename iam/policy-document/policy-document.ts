/** What a statement does where it applies. */
export type Effect = 'Allow' | 'Deny';

/** The actions or resources of a statement: those that are listed, or (`NotAction`, `NotResource`) all others. */
export interface PatternList {
  readonly isNegated: boolean;
  /** As written; never empty but for a condition that no request meets. */
  readonly patterns: readonly string[];
}

/** One line of a condition block: an operator, a condition key and the values to compare with. */
export interface StatementCondition {
  /** As written, with set operator and suffix: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  /** Numbers and booleans as their JSON text. */
  readonly values: readonly string[];
}

/** One statement of an identity policy. */
export interface Statement {
  /** Its place in the document: `Statement[2]`. */
  readonly where: string;
  readonly sid: string | undefined;
  readonly effect: Effect;
  readonly actions: PatternList;
  readonly resources: PatternList;
  readonly conditions: readonly StatementCondition[];
}

/** What a reader of a document should know though it is no error: an element that is left out of account. */
export interface DocumentNote {
  readonly where: string;
  /** One sentence in lower case. */
  readonly message: string;
}

/** An IAM policy document, from whatever it was read. */
export interface Policy {
  /** `2008-10-17` where the document states none, as IAM has it: policy variables are plain text there. */
  readonly version: '2008-10-17' | '2012-10-17';
  /** True where the document has a `Version` element. */
  readonly hasVersion: boolean;
  readonly id: string | undefined;
  readonly statements: readonly Statement[];
  readonly notes: readonly DocumentNote[];
}
