/**
 * Tells whether a condition on a key is written. `isOffered` is true of conditions that hold for the recorded request,
 * but may fail the program's next run.
 */
export type ConditionChoice = (key: string, isOffered: boolean) => boolean;

/** Writes the conditions that cannot fail the program's next run. */
export const defaultConditions: ConditionChoice = (_key, isOffered) => !isOffered;

/** Writes every condition that holds for the recorded request. */
export const everyCondition: ConditionChoice = () => true;
