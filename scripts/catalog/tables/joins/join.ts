/** What a call says of the ids or tokens that it names. */
export interface Telling {
  /** The parameter that holds the ids: in the request, or behind `answer.` by its name on the wire. */
  readonly id: string;
  /**
   * What they stand for, by name: parameters of request or answer, or `joined.NAME` for what the call itself was found to be
   * about. The first with a value counts; a text in quotes stands for a parameter that was left out.
   */
  readonly tells: Readonly<Record<string, readonly string[]>>;
  /** Set where both are lists of the same items, each with the member that the other has: `Trusts[DirectoryId].TrustId`. */
  readonly isByItem?: true;
}

/** An id or token that says nothing by itself, of which other calls say to what it belongs. */
export interface Join {
  /** What it is of; unique in its service. */
  readonly kind: string;
  /** The operations that say what it stands for. */
  readonly told: Readonly<Record<string, Telling>>;
  /** The parameter that holds it, by the operation that takes it. */
  readonly taken: Readonly<Record<string, string>>;
  /**
   * What is filled by it: ARN variables, where they mean different things `type.Variable`, for the whole ARN `type.arn`, and
   * the expression.
   */
  readonly fills: Readonly<Record<string, string>>;
  /** Where AWS says that the one belongs to the other. */
  readonly source: string;
}

/** By service id. */
export type JoinTable = Readonly<Record<string, readonly Join[]>>;

/** Returns operations that take an id by the same parameter. */
export const takenBy = (
  parameter: string,
  ...operations: readonly string[]
): Readonly<Record<string, string>> =>
  Object.fromEntries(operations.map((operation) => [operation, parameter]));
