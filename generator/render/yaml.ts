import type { DocumentNode } from './document-node.ts';
import type { Piece } from './own-scope.ts';

/**
 * Returns a tree as YAML, indented by two spaces, list items below their key by two more. A text is written by
 * `writeText`, quotes and tag included.
 */
export function writeYaml(
  node: DocumentNode,
  writeText: (pieces: readonly Piece[]) => string,
): string {
  return `${linesOf(node, writeText).join('\n')}\n`;
}

/**
 * Returns a text as a YAML scalar: plain where it is a word that no reader takes for anything else, in single quotes
 * otherwise, in double quotes with escapes where it holds what YAML cannot show.
 * Source: YAML 1.2.2, sections 5.1 and 7.3.
 */
export function quoteYaml(text: string): string {
  if (plainWord.test(text) && !reserved.test(text)) return text;
  if (!unprintable.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return quoteYamlDouble(text);
}

/** Returns a text in double quotes that YAML and JSON read alike: readers of YAML take no escaped surrogate pairs. */
export function quoteYamlDouble(text: string): string {
  return JSON.stringify(text).replaceAll(
    new RegExp(unprintable, 'gu'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// An action, an operator, a Sid, a condition key: a colon inside a word is no separator.
const plainWord = /^[A-Za-z](?:[A-Za-z0-9_./-]|:(?=[A-Za-z0-9:]))*$/;
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

function linesOf(
  node: DocumentNode,
  writeText: (pieces: readonly Piece[]) => string,
): readonly string[] {
  if (node.kind === 'text') return [writeText(node.pieces)];
  if (node.kind === 'list') {
    if (node.items.length === 0) return ['[]'];
    return node.items.flatMap((item) => {
      const [first = '', ...rest] = linesOf(item, writeText);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  }
  if (node.entries.length === 0) return ['{}'];
  return node.entries.flatMap(([key, value]) => {
    const lines = linesOf(value, writeText);
    const isInline = value.kind === 'text' || lines[0] === '[]' || lines[0] === '{}';
    return isInline
      ? [`${quoteYaml(key)}: ${lines[0]}`]
      : [`${quoteYaml(key)}:`, ...lines.map((line) => `  ${line}`)];
  });
}
