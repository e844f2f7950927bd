/**
 * By IAM prefix, then by ARN variable or, where a variable means another parameter in some of them, by `type.Variable`
 * or `Operation.Variable`: the parameter expressions to try, first to last.
 */
export type VariableAliases = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Where an ARN variable stands. */
export interface VariablePlace {
  readonly operation: string;
  readonly type: string;
  readonly variable: string;
}
