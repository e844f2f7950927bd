import { asRecord, asText, asTexts, readScenarios } from './read-scenarios.ts';

/** Signed calls that need no permission, or whose permissions nobody knows. */
interface NothingAsked {
  readonly service: string;
  /** Undefined for all of the service. */
  readonly operations: readonly string[] | undefined;
}

/** Operations for which AWS publishes no action; the reason of each stands in the file. */
export const unpublishedActions: readonly (NothingAsked & {
  readonly operations: readonly string[];
})[] = readScenarios('unpublished-actions', (value, where) => {
  const row = asRecord(value, where);
  asText(row.because, `${where} because`);
  return {
    service: asText(row.service, where),
    operations: asTexts(row.operations, `${where} operations`),
  };
});

const nothingAsked: readonly NothingAsked[] = readScenarios('nothing-asked', (value, where) => {
  const row = asRecord(value, where);
  asText(row.because, `${where} because`);
  return {
    service: asText(row.service, where),
    operations: row.operations === undefined ? undefined : asTexts(row.operations, where),
  };
});

/** Tells whether a signed call of an operation may be without any permission. */
export function mayAskNothing(service: string, operation: string): boolean {
  return [...unpublishedActions, ...nothingAsked].some(
    (row) =>
      row.service === service &&
      (row.operations === undefined || row.operations.includes(operation)),
  );
}
