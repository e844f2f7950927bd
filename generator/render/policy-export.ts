import type { PolicyDocument, PolicyStatement } from '../../iam/policy.ts';
import type { StatementExplanation } from '../explanation.ts';
import type { Home } from '../find-home.ts';
import type { PolicyTarget } from '../split/policy-limits.ts';
import { type Piece, piecesOfResource, piecesOfValue } from './own-scope.ts';

/** How AWS classes an action: the words of the Service Authorization Reference. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

/** A policy document and why each of its statements is there. */
export interface ExplainedDocument {
  readonly document: PolicyDocument;
  /** One for each statement, in the same order. */
  readonly explanations: readonly StatementExplanation[];
}

/** What is to be written in a format. */
export interface PolicyExport {
  /** The policy's name in IAM; several documents have a hyphen and their number behind it. */
  readonly name: string;
  readonly target: PolicyTarget;
  /** Empty where no recorded call needs a permission. */
  readonly documents: readonly ExplainedDocument[];
  readonly home: Home;
  readonly accessLevelOf: (action: string) => AccessLevel | undefined;
}

/** One policy of an export, under its own name. */
export interface NamedPolicy extends ExplainedDocument {
  /** `leastgrant`, or `leastgrant-2` where there are several. */
  readonly name: string;
}

/** A condition of a statement, one for each operator and key. */
export interface StatementCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** Returns the documents with their names. */
export function namePolicies({ name, documents }: PolicyExport): readonly NamedPolicy[] {
  return documents.map((one, at) => ({
    ...one,
    name: documents.length === 1 ? name : `${name}-${at + 1}`,
  }));
}

/** Returns the conditions of a statement as a list, in the order in which they stand there. */
export function conditionsOf({ Condition = {} }: PolicyStatement): readonly StatementCondition[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}

/** Returns the resources and the conditions' values of all documents, taken apart into literals and own parts. */
export function textsOf({ documents, home }: PolicyExport): readonly (readonly Piece[])[] {
  return documents.flatMap(({ document }) =>
    document.Statement.flatMap((statement) => [
      ...statement.Resource.map((resource) => piecesOfResource(resource, home)),
      ...conditionsOf(statement).flatMap(({ key, values }) =>
        values.map((value) => piecesOfValue(key, value, home)),
      ),
    ]),
  );
}

/** Says, in a format's comment, that there is nothing to write. */
export const nothingNeeded = 'No recorded call needs a permission.';
