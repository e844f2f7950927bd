import { compareCodePoints } from '../code-point-order.ts';
import type { ExplainedDocument } from '../render/policy-export.ts';
import { type PolicyTarget, policyLimits } from './policy-limits.ts';
import { sizeOfDocument, sizeOfStatement, sizeOfStatements } from './policy-size.ts';
import { type ExplainedStatement, splitStatement } from './split-statement.ts';

/** A policy in documents that AWS takes, and what AWS will say to them. */
export interface SplitPolicy {
  readonly documents: readonly ExplainedDocument[];
  /** The characters of each document, as AWS counts them. */
  readonly sizes: readonly number[];
  /** One sentence for each limit of AWS that the documents do not keep, or keep only when it was raised. */
  readonly warnings: readonly string[];
}

/**
 * Returns a policy as the documents that it takes within AWS's limits: one where it fits, else the statements of a service
 * together as far as they fit, and a statement that is too large for any document by its resources. The documents allow
 * together what the policy allows.
 */
export function splitPolicy(policy: ExplainedDocument, target: PolicyTarget): SplitPolicy {
  const limit = policyLimits[target].document;
  const documents =
    sizeOfDocument(policy.document) <= limit ? [policy] : packStatements(policy, limit);
  const sizes = documents.map(({ document }) => sizeOfDocument(document));
  return { documents, sizes, warnings: warningsOf(sizes, target) };
}

interface Chunk {
  readonly statements: readonly ExplainedStatement[];
  /** Sum of the statements' sizes, with a comma for each. */
  readonly size: number;
}

function packStatements(policy: ExplainedDocument, limit: number): readonly ExplainedDocument[] {
  const room = limit - sizeOfStatements([]) + 1;
  const chunks = [...byService(policy).values()].flatMap((statements) =>
    chunksOf(statements, room),
  );
  const inOrder = firstFit(chunks, room);
  const bySize = firstFit(
    [...chunks].sort((left, right) => right.size - left.size),
    room,
  );
  // The order of services is kept where it costs no document: then a change of one service moves the fewest others.
  const bins = bySize.length < inOrder.length ? bySize : inOrder;
  return bins.map(toDocument);
}

function byService({
  document,
  explanations,
}: ExplainedDocument): ReadonlyMap<string, readonly ExplainedStatement[]> {
  const services = new Map<string, ExplainedStatement[]>();
  for (const [at, statement] of document.Statement.entries()) {
    const explanation = explanations[at] ?? { sid: statement.Sid, reasons: [], wildcards: [] };
    const [service = ''] = (statement.Action[0] ?? '').split(':');
    const others = services.get(service);
    if (others === undefined) services.set(service, [{ statement, explanation }]);
    else others.push({ statement, explanation });
  }
  return new Map([...services].sort(([left], [right]) => compareCodePoints(left, right)));
}

/** A service's statements as one chunk where they fit a document, else as many as they fill. */
function chunksOf(statements: readonly ExplainedStatement[], room: number): readonly Chunk[] {
  const parts = statements.flatMap((whole) => splitStatement(whole, room - 1));
  const chunks = parts.map((part) => ({
    statements: [part],
    size: sizeOfStatement(part.statement) + 1,
  }));
  return firstFit(chunks, room);
}

function firstFit(chunks: readonly Chunk[], room: number): readonly Chunk[] {
  const bins: { statements: ExplainedStatement[]; size: number }[] = [];
  const open: typeof bins = [];
  for (const chunk of chunks) {
    const bin = open.find(({ size }) => size + chunk.size <= room);
    if (bin !== undefined) {
      bin.statements.push(...chunk.statements);
      bin.size += chunk.size;
      continue;
    }
    const fresh = { statements: [...chunk.statements], size: chunk.size };
    bins.push(fresh);
    if (fresh.size < room * full) open.push(fresh);
  }
  return bins;
}

/** A document filled to this part is left as it is: looking through all of them would take time by their square. */
const full = 0.98;

function toDocument({ statements }: Chunk): ExplainedDocument {
  const sorted = [...statements].sort((left, right) =>
    compareCodePoints(left.statement.Sid, right.statement.Sid),
  );
  return {
    document: { Version: '2012-10-17', Statement: sorted.map(({ statement }) => statement) },
    explanations: sorted.map(({ explanation }) => explanation),
  };
}

function warningsOf(sizes: readonly number[], target: PolicyTarget): readonly string[] {
  const { document, together, attachments } = policyLimits[target];
  const warnings: string[] = [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const number = (value: number) => value.toLocaleString('en-US');
  const tooLarge = sizes.filter((size) => size > document).length;
  if (tooLarge > 0) {
    warnings.push(
      `${number(tooLarge)} of the documents cannot be made smaller than ${number(document)} characters, the most that AWS takes`,
    );
  }
  if (together !== undefined && total > together) {
    warnings.push(
      `the inline policies of a ${target} may have ${number(together)} characters together, these have ${number(total)}: use managed policies, or a wider scope`,
    );
  }
  if (attachments !== undefined && sizes.length > attachments.atMost) {
    warnings.push(
      `AWS attaches at most ${attachments.atMost} managed policies to a role, these are ${number(sizes.length)}: use a wider scope, or several roles`,
    );
  } else if (attachments !== undefined && sizes.length > attachments.byDefault) {
    warnings.push(
      `AWS attaches ${attachments.byDefault} managed policies to a role unless its quota is raised, these are ${number(sizes.length)}`,
    );
  }
  return warnings;
}
