/** Which conditions are written. */
export interface ConditionChoice {
  /**
   * Tells whether a condition on a key is written. `isOffered` is true of conditions that hold for the recorded request,
   * but may fail the program's next run.
   */
  isWritten(key: string, isOffered: boolean): boolean;
  /** The values of keys that no recording holds: they are payload. By key, as AWS spells it. */
  readonly given: ReadonlyMap<string, readonly string[]>;
}

const given: ConditionChoice['given'] = new Map();

/** Writes the conditions that cannot fail the program's next run. */
export const defaultConditions: ConditionChoice = {
  isWritten: (_key, isOffered) => !isOffered,
  given,
};

/** Writes every condition that holds for the recorded request. */
export const everyCondition: ConditionChoice = { isWritten: () => true, given };
