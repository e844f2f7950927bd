import type { PolicyDocument } from '../../iam/policy.ts';
import { escapeJson } from './json-text.ts';

/**
 * Returns a policy as IAM reads it: JSON indented by two spaces, each list value on a line of its own, a newline at the end.
 * A list with one element stays a list, so that a second one is a change of one line.
 * Null becomes a document with an empty list of statements: readable by programs, though IAM accepts no such policy.
 */
export function renderJson(document: PolicyDocument | null): string {
  return renderJsonPolicies(document === null ? [] : [document]);
}

/** Returns one document in that way, several as a JSON array of documents. */
export function renderJsonPolicies(documents: readonly PolicyDocument[]): string {
  return `${escapeJson(JSON.stringify(inUsualOrder(documents), null, 2))}\n`;
}

/** Returns the same on one line, without a space that JSON can do without. */
export function renderJsonMin(documents: readonly PolicyDocument[]): string {
  return `${escapeJson(JSON.stringify(inUsualOrder(documents)))}\n`;
}

const empty: PolicyDocument = { Version: '2012-10-17', Statement: [] };

function inUsualOrder(documents: readonly PolicyDocument[]) {
  const ordered = (documents.length === 0 ? [empty] : documents).map(({ Version, Statement }) => ({
    Version,
    Statement: Statement.map(({ Sid, Effect, Action, Resource, Condition }) => ({
      Sid,
      Effect,
      Action,
      Resource,
      ...(Condition === undefined ? {} : { Condition }),
    })),
  }));
  return ordered.length === 1 ? ordered[0] : ordered;
}
