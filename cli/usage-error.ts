import type { CommanderError } from 'commander';
import { LeastgrantError } from '../errors.ts';

/**
 * Returns commander's complaint about a command line as E_USAGE, in leastgrant's way of writing:
 * "error: unknown option '--x'\n(Did you mean --y?)" becomes a message and a hint.
 */
export function toUsageError(error: CommanderError): LeastgrantError {
  const [first = '', ...rest] = error.message.split('\n');
  const message = first
    .replace(/^error: /, '')
    .replaceAll(/'([^']*)'/g, '`$1`')
    .replace(/\.$/, '')
    .replace('. Allowed choices are', ': allowed are');
  const suggestion = /^\(Did you mean (.*)\?\)$/.exec(rest.join(' '))?.[1];
  const hint =
    suggestion === undefined
      ? '`leastgrant help` shows the commands, `leastgrant help COMMAND` one of them'
      : `did you mean ${nameAll(suggestion)}?`;
  return new LeastgrantError('E_USAGE', message, { hint });
}

/** Commander names several as `one of a, b`. */
function nameAll(suggestion: string): string {
  const names = suggestion.replace(/^one of /, '').split(', ');
  return names.map((name) => `\`${name}\``).join(' or ');
}
