import { toPascalCase } from '../pascal-case.ts';
import type { DocumentNode } from './document-node.ts';
import { type Piece, soleReference, writePieces } from './own-scope.ts';

/** Returns a text as a TypeScript string in single quotes. */
export function quoteTypeScript(text: string): string {
  return `'${escapeString(text).replaceAll("'", "\\'")}'`;
}

/**
 * Returns a tree as a TypeScript value, formatted with two spaces. A text with references becomes a template whose
 * variables are called `partition`, `region` and `account`; `tag` stands before it.
 */
export function writeTypeScript(node: DocumentNode, tag: string, indent: string): string {
  if (node.kind === 'text') return writeText(node.pieces, tag);
  const inner = `${indent}  `;
  const lines =
    node.kind === 'list'
      ? node.items.map((item) => writeTypeScript(item, tag, inner))
      : node.entries.map(
          ([key, value]) => `${writeKey(key)}: ${writeTypeScript(value, tag, inner)}`,
        );
  const [open, close] = node.kind === 'list' ? ['[', ']'] : ['{', '}'];
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${inner}${line},\n`).join('')}${indent}${close}`;
}

/** Returns a name in camelCase, fit for a variable. */
export function toVariableName(name: string): string {
  const words = toPascalCase(name);
  return /^[A-Z]/i.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : `policy${words}`;
}

function writeText(pieces: readonly Piece[], tag: string): string {
  if (pieces.every((piece) => typeof piece === 'string')) return quoteTypeScript(pieces.join(''));
  const sole = soleReference(pieces);
  if (sole !== undefined) return sole;
  return `${tag}\`${writePieces(pieces, escapeTemplate, (part) => `\${${part}}`)}\``;
}

function escapeTemplate(literal: string): string {
  return escapeString(literal).replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** JSON's escapes are TypeScript's too; a double quote needs none here. */
function escapeString(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll(
      unprintable,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

const unprintable = /[\p{Cc}\u2028\u2029\ufeff]/gu;

function writeKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : quoteTypeScript(key);
}
