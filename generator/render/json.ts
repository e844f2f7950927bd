import type { PolicyDocument } from '../../iam/policy.ts';

/**
 * Returns a policy as IAM reads it: JSON indented by two spaces, each list value on a line of its own, a newline at the end.
 * A list with one element stays a list, so that a second one is a change of one line.
 * Null becomes a document with an empty list of statements: readable by programs, though IAM accepts no such policy.
 */
export function renderJson(document: PolicyDocument | null): string {
  const { Version, Statement } = document ?? { Version: '2012-10-17', Statement: [] };
  const statements = Statement.map(({ Sid, Effect, Action, Resource, Condition }) => ({
    Sid,
    Effect,
    Action,
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  }));
  return `${JSON.stringify({ Version, Statement: statements }, null, 2)}\n`;
}
