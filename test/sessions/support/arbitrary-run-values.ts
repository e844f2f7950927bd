import fc from 'fast-check';
import type { RunValue } from '../../../sessions/run-value.ts';

/** Values of runs, a few of them the same. */
export const arbitraryRunValues: fc.Arbitrary<readonly RunValue[]> = fc.array(
  fc.record({
    source: fc.constantFrom('GITHUB_RUN_NUMBER', 'CI_JOB_ID', 'STACK_ID'),
    value: fc.oneof(fc.nat(20).map(String), fc.string({ unit: 'grapheme', maxLength: 8 })),
  }),
  { maxLength: 6 },
);
