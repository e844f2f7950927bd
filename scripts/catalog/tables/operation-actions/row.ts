/** Condition operator, then key, then values. */
export type ConditionRow = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One action that an operation needs, under a condition on the request's parameters. */
export interface GrantRow {
  readonly action: string;
  /** Set where AWS documents the action but its machine-readable reference does not list it: a retired service's. */
  readonly unlisted?: true;
  /** Needed only when one of these parameters is in the request. */
  readonly when?: readonly string[];
  /** Not needed when one of these parameters is in the request. */
  readonly unless?: readonly string[];
  /** Resource types checked here, where they are fewer than the action's own. */
  readonly types?: readonly string[];
  /** Bindings of this grant alone: ARN variable to parameter expression. */
  readonly bind?: Readonly<Record<string, string>>;
  /** The resource's ARN, where it is not one of the action's resource types. */
  readonly template?: string;
  /**
   * Condition operator, then key, then values. `{expression}` as a value stands for the expression's values; in any
   * other value `${Region}` and `${DnsSuffix}` stand for the call's.
   */
  readonly conditions?: ConditionRow;
  /** Conditions that hold for the request but may fail the program's next run: written only where asked for. */
  readonly offered?: ConditionRow;
  /** True where nothing on the wire tells whether this call needs it: then it is in no policy unless asked for. */
  readonly hidden?: true;
  /** Why the action is needed, where that is not plain from the operation: a sentence in lower case. */
  readonly because?: string;
  /** The page of AWS that says so, where `explain` is to name one: "GUIDE, TITLE, PART". */
  readonly source?: string;
  /** Set for rows of this table, so that a permission can say where it comes from. */
  readonly from?: 'table';
}

/** The actions of an operation; an empty list where AWS asks for no permission. */
export type OperationRow = readonly GrantRow[];

/** Returns the row of an operation that needs these actions whatever its parameters say. */
export const one = (...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({ action }));
