/**
 * How many steps a search may still take. Steps are counted and time is not: the same input has the same result on every
 * machine.
 */
export interface Steps {
  left: number;
}
