import fc from 'fast-check';
import { arbitraryExports } from '../../generator/render/arbitrary-exports.ts';
import { type ExportCase, exportCases } from '../../generator/render/export-cases.ts';

/** The cases with golden files, and as many again with any text at all in them, the same in each run. */
export const sampledExports: readonly ExportCase[] = [
  ...exportCases,
  ...fc
    .sample(arbitraryExports, { seed: 20261122, numRuns: 12 })
    .map((exported, at) => ({ ...exported, case: `sample-${at + 1}-${exported.target}` })),
];
