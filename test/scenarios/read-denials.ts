import type { Denial } from '../../aws/denial.ts';
import { asRecord } from './read-scenarios.ts';

/** Reads the denials of a scenario, each with what AWS does not say left out. */
export function readDenials(value: unknown, where: string): readonly Denial[] {
  if (!Array.isArray(value)) throw new Error(`${where} denials are not a list`);
  return value.map((one) => ({ ...silentDenial, ...asRecord(one, where) }));
}

/** A denial of which AWS says nothing more. */
export const silentDenial: Denial = {
  principal: null,
  action: null,
  resources: [],
  deniedBy: null,
  isExplicit: false,
  policy: null,
  encodedMessage: null,
};
