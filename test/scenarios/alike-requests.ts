import { asRecord, asText, asTexts, readScenarios } from './read-scenarios.ts';

/** Operations whose requests look like those of others, under whose names they are recorded. */
export interface AlikeFamily {
  readonly called: string;
  readonly recorded: string;
  /** True where the other service is the same API under another name: then what is recorded is right. */
  readonly isSameApi: boolean;
  /** Returns the name that an operation is recorded by; undefined where the family does not hold it. */
  readonly nameOf: (operation: string) => string | undefined;
}

/** The families of requests that nothing on the wire tells apart; the reason of each stands in the file. */
export const alikeFamilies: readonly AlikeFamily[] = readScenarios(
  'alike-requests',
  (value, where) => {
    const row = asRecord(value, where);
    asText(row.because, `${where} because`);
    const operations = row.operations === undefined ? null : asTexts(row.operations, where);
    const renamed = row.renamed === undefined ? null : asRecord(row.renamed, where);
    return {
      called: asText(row.called, where),
      recorded: asText(row.recorded, where),
      isSameApi: row.isSameApi === true,
      nameOf(operation) {
        if (renamed !== null) {
          return operation in renamed ? asText(renamed[operation], where) : undefined;
        }
        return operations === null || operations.includes(operation) ? operation : undefined;
      },
    };
  },
);
