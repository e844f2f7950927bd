import type { PolicyDocument, PolicyStatement } from '../../iam/policy.ts';
import { escapeJson } from '../render/json-text.ts';

/**
 * Returns the size of a document as AWS counts it: its characters without the white space between them. White space
 * inside a text counts here, to be sure.
 */
export function sizeOfDocument({ Statement }: PolicyDocument): number {
  return sizeOfStatements(Statement.map(sizeOfStatement));
}

/** Returns the size of a document by the sizes of its statements. */
export function sizeOfStatements(sizes: readonly number[]): number {
  return (
    documentFrame + sizes.reduce((sum, size) => sum + size + 1, 0) - (sizes.length > 0 ? 1 : 0)
  );
}

/** Returns the size of a statement in its document. */
export function sizeOfStatement(statement: PolicyStatement): number {
  return sizeOf(statement);
}

/** Returns the size of a text in its list, with the comma that follows it. */
export function sizeOfItem(text: string): number {
  return sizeOf(text) + 1;
}

const documentFrame = sizeOf({ Version: '2012-10-17', Statement: [] });

function sizeOf(value: unknown): number {
  return escapeJson(JSON.stringify(value)).length;
}
