import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { LeastgrantError } from '../../../errors.ts';

/** More aliases than any template has; without a limit a small file could become an endless one. */
const mostAliases = 1000;

/**
 * Parses a YAML template. The short forms of CloudFormation become the long ones: `!Sub x` is `{"Fn::Sub": "x"}`.
 * Source: AWS CloudFormation User Guide, "Intrinsic function reference".
 * @throws LeastgrantError E_INPUT with line and column where it is no YAML
 */
export function parseTemplateYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const [reason = ''] = error.message.split('\n');
    throw new LeastgrantError('E_INPUT', `\`${file}\` is neither JSON nor YAML: ${reason}`, {
      hint: 'correct it there, or name another file',
      cause: error,
    });
  }
  return toValue(document.contents, { document, file, aliases: 0 });
}

interface Reading {
  readonly document: Document.Parsed;
  readonly file: string;
  aliases: number;
}

function toValue(node: unknown, reading: Reading): unknown {
  if (isAlias(node)) {
    reading.aliases += 1;
    if (reading.aliases > mostAliases) {
      throw new LeastgrantError('E_INPUT', `\`${reading.file}\` has too many aliases`, {
        hint: 'write the repeated parts out',
      });
    }
    return toValue(node.resolve(reading.document), reading);
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): [string, unknown] => [
      String(toValue(key, reading)),
      toValue(value, reading),
    ]);
    return inLongForm(node.tag, Object.fromEntries(entries));
  }
  if (isSeq(node))
    return inLongForm(
      node.tag,
      node.items.map((item) => toValue(item, reading)),
    );
  if (!isScalar(node)) return null;
  // A number keeps its digits: an account may begin with zero.
  const isNumber = typeof node.value === 'number' && node.source !== undefined;
  return inLongForm(node.tag, isNumber ? node.source : node.value);
}

function inLongForm(tag: string | undefined, value: unknown): unknown {
  const [, name] = /^!([A-Za-z]+)$/.exec(tag ?? '') ?? [];
  if (name === undefined) return value;
  return { [name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`]: value };
}
