/** How far resources are generalised. */
export type NarrowScope = 'exact' | 'pattern' | 'type';

/** The scopes, as the command line names them. */
export const narrowScopes = ['exact', 'pattern', 'type'] as const satisfies readonly NarrowScope[];

/** From how many distinct recorded values on a part becomes a wildcard. */
export interface NarrowThresholds {
  /** Short numbers, and parts that look random, in one place of names that are otherwise equal. */
  readonly counters: number;
  /** Files of one folder, folders of one folder, parts of either. */
  readonly paths: number;
  /** A part of a name: what follows `orders-`. */
  readonly names: number;
  /** A name as a whole: every table. */
  readonly wholeNames: number;
  /** Whatever is left below one folder, at any depth. */
  readonly below: number;
}

/** The thresholds where none are given. */
export const defaultThresholds: NarrowThresholds = {
  counters: 2,
  paths: 5,
  names: 10,
  wholeNames: 20,
  below: 25,
};

/** A field of an ARN that stays as recorded unless the user asks for any. */
export type ArnField = 'partition' | 'region' | 'account';

/** The fields, as the command line names them. */
export const arnFields = ['account', 'region', 'partition'] as const satisfies readonly ArnField[];
