import type { PolicyDocument, PolicyStatement } from '../../iam/policy.ts';
import type { Home } from '../find-home.ts';
import { type Piece, piecesOfResource, piecesOfValue } from './own-scope.ts';
import { conditionsOf } from './policy-export.ts';

/** A JSON value whose texts may name the recorder's own partition, region and account. */
export type DocumentNode =
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly DocumentNode[] }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [string, DocumentNode])[] };

/** Returns a policy document as a tree, its elements in their usual order. */
export function nodeOfDocument({ Version, Statement }: PolicyDocument, home: Home): DocumentNode {
  return record({
    Version: text(Version),
    Statement: list(
      Statement.map((statement) => {
        const { resources, conditions } = nodeOfStatement(statement, home);
        return record({
          Sid: text(statement.Sid),
          Effect: text(statement.Effect),
          Action: list(statement.Action.map(text)),
          Resource: resources,
          ...(conditions !== undefined && { Condition: conditions }),
        });
      }),
    ),
  });
}

/** Returns the parts of a statement that may name the recorder's own account, region and partition. */
export function nodeOfStatement(
  statement: PolicyStatement,
  home: Home,
): { readonly resources: DocumentNode; readonly conditions: DocumentNode | undefined } {
  const resources = statement.Resource.map(
    (one): DocumentNode => ({ kind: 'text', pieces: piecesOfResource(one, home) }),
  );
  return {
    resources: list(resources),
    conditions: statement.Condition === undefined ? undefined : nodeOfConditions(statement, home),
  };
}

/** Returns a literal text. */
export function text(literal: string): DocumentNode {
  return { kind: 'text', pieces: [literal] };
}

/** Returns a list. */
export function list(items: readonly DocumentNode[]): DocumentNode {
  return { kind: 'list', items };
}

/** Returns a record with the entries in the order given. */
export function record(entries: Readonly<Record<string, DocumentNode>>): DocumentNode {
  return { kind: 'record', entries: Object.entries(entries) };
}

/** Returns a tree as JSON, indented by two spaces. A text or a key is written by `writeText`, quotes and all. */
export function writeJson(
  node: DocumentNode,
  writeText: (pieces: readonly Piece[]) => string,
  indent = '',
): string {
  if (node.kind === 'text') return writeText(node.pieces);
  const [open, close] = node.kind === 'list' ? ['[', ']'] : ['{', '}'];
  const inner = `${indent}  `;
  const lines =
    node.kind === 'list'
      ? node.items.map((item) => writeJson(item, writeText, inner))
      : node.entries.map(
          ([key, value]) => `${writeText([key])}: ${writeJson(value, writeText, inner)}`,
        );
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${inner}${line}`).join(',\n')}\n${indent}${close}`;
}

function nodeOfConditions(statement: PolicyStatement, home: Home): DocumentNode {
  const operators: Record<string, Record<string, DocumentNode>> = {};
  for (const { operator, key, values } of conditionsOf(statement)) {
    const items = values.map(
      (value): DocumentNode => ({ kind: 'text', pieces: piecesOfValue(key, value, home) }),
    );
    operators[operator] = { ...operators[operator], [key]: list(items) };
  }
  return record(
    Object.fromEntries(Object.entries(operators).map(([name, keys]) => [name, record(keys)])),
  );
}
