import { LeastgrantError } from '../../errors.ts';
import { findDuplicateKeys } from '../../iam/policy-document/sources/duplicate-keys.ts';
import { parseJsonOrYaml } from '../../iam/policy-document/sources/json-or-yaml.ts';
import { type Config, configShape } from './config-shape.ts';
import type { ShapeProblem } from './shape.ts';

/**
 * Parses the text of a configuration file. `file` names it in messages.
 * @throws LeastgrantError E_INPUT with the place, what is wrong there and what is allowed
 */
export function parseConfig(text: string, file: string): Config {
  const content = text.replace(/^\ufeff/, '');
  if (!content.trimStart().startsWith('{')) {
    const where = content.trim() === '' ? 'is empty' : 'is no JSON object';
    throw new LeastgrantError('E_INPUT', `\`${file}\` ${where}`, {
      hint: 'write JSON: an object in `{` and `}`',
    });
  }
  const value = parseJsonOrYaml(content, file);
  const [twice] = findDuplicateKeys(content);
  if (twice !== undefined) {
    throw new LeastgrantError('E_INPUT', `\`${file}\` at ${twice.where}: ${twice.message}`, {
      hint: 'keep one of them: JSON readers see the last alone',
    });
  }
  const problems: ShapeProblem[] = [];
  if (configShape.accepts(value, '', (problem) => problems.push(problem))) return value;
  throw toError(file, problems[0]);
}

function toError(file: string, problem: ShapeProblem | undefined): LeastgrantError {
  const { where, message, allowed } = problem ?? { where: '', message: 'unreadable', allowed: '' };
  const place = where === '' ? '' : ` at \`${where}\``;
  return new LeastgrantError('E_INPUT', `\`${file}\`${place}: ${message}`, { hint: allowed });
}
