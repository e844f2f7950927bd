import { LeastgrantError } from '../../../errors.ts';
import { parseTemplateYaml } from './template-yaml.ts';

/**
 * Parses a text as JSON where it begins like JSON, else as YAML with the tags of CloudFormation.
 * @throws LeastgrantError E_INPUT with the place where it is neither
 */
export function parseJsonOrYaml(text: string, file: string): unknown {
  const content = text.replace(/^\ufeff/, '');
  if (!/^\s*[[{]/.test(content)) return parseTemplateYaml(content, file);
  try {
    return JSON.parse(content);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LeastgrantError('E_INPUT', `\`${file}\` is no JSON: ${withLine(reason, content)}`, {
      hint: 'correct it there: a comma too many, a quotation mark too few',
      cause,
    });
  }
}

/** Says the line as well where the parser gives a position. */
function withLine(reason: string, text: string): string {
  const message = reason.charAt(0).toLowerCase() + reason.slice(1);
  const [, position] = /at position (\d+)/.exec(reason) ?? [];
  if (position === undefined || reason.includes('line ')) return message;
  return `${message} (line ${text.slice(0, Number(position)).split('\n').length})`;
}
