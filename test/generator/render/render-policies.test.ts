import { describe, expect, it } from 'vitest';
import { policyFormats, renderPolicies } from '../../../generator/render/render-policies.ts';
import { exportCases, goldenFile } from './export-cases.ts';

describe.each(exportCases)('the golden files of $case', (exported) => {
  it.each(policyFormats)('%s', async (format) => {
    await expect(renderPolicies(format, exported)).toMatchFileSnapshot(
      goldenFile(exported, format),
    );
  });
});
