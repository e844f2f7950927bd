import { describe, expect, it } from 'vitest';
import { asRecord, asText, asTexts, readScenarios } from '../../scenarios/read-scenarios.ts';

// What is known of single calls, row by row, with the scenarios that show it: those that get what the row says, and
// those that must not. A scenario names all the permissions of its call, so that one too many fails it.
const rows = readScenarios('reference-rows', (value, where) => {
  const row = asRecord(value, where);
  return {
    row: asText(row.row, where),
    needs: asTexts(row.needs, `${where} needs`),
    asksForNoMore: asTexts(row.asksForNoMore, `${where} asksForNoMore`),
  };
});

const names = new Set(
  readScenarios('authorize', (value, where) => asText(asRecord(value, where).name, where)),
);

describe('what is known of single calls', () => {
  it.each(rows)('is shown for $row', ({ needs, asksForNoMore }) => {
    expect(needs).not.toEqual([]);
    expect(asksForNoMore).not.toEqual([]);
    expect([...needs, ...asksForNoMore].filter((name) => !names.has(name))).toEqual([]);
  });
});
