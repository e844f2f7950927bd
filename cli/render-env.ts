import { randomBytes } from 'node:crypto';
import type { PreviousEnvironment } from './previous-environment.ts';

/** Whose assignments are printed: a POSIX shell, fish, PowerShell, or the file that `$GITHUB_ENV` names. */
export type EnvDialect = 'sh' | 'fish' | 'powershell' | 'github';

/** Every dialect, in the order in which help shows them. */
export const envDialects: readonly EnvDialect[] = ['sh', 'fish', 'powershell', 'github'];

/**
 * Returns text that sets the variables when the shell evaluates it or the runner reads it, one after the other, sorted.
 * Values come through unchanged, whatever they hold; a variable whose name no shell could take is left out.
 */
export function renderEnv(
  variables: Readonly<Record<string, string>>,
  dialect: EnvDialect,
): string {
  return Object.entries(variables)
    .filter(([name]) => isName(name))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => assignments[dialect](name, value))
    .join('');
}

/** Returns text that puts variables back: sets those that had a value, and removes those that were not there. */
export function renderRestore(
  previous: PreviousEnvironment,
  dialect: Exclude<EnvDialect, 'github'>,
): string {
  return Object.entries(previous)
    .filter(([name]) => isName(name))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) =>
      value === null ? removals[dialect](name) : assignments[dialect](name, value),
    )
    .join('');
}

function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

const removals: Readonly<Record<Exclude<EnvDialect, 'github'>, (name: string) => string>> = {
  sh: (name) => `unset ${name}\n`,
  fish: (name) => `set -e ${name}\n`,
  powershell: (name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue\n`,
};

const assignments: Readonly<Record<EnvDialect, (name: string, value: string) => string>> = {
  // Between single quotes a POSIX shell reads nothing but the closing quote.
  sh: (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`,
  // fish reads \\ and \' between single quotes as well.
  fish: (name, value) => `set -gx ${name} '${value.replaceAll(/[\\']/g, '\\$&')}'\n`,
  // PowerShell takes typographic single quotes for the plain one; each is doubled to stand for itself.
  powershell: (name, value) =>
    `$env:${name} = '${value.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'\n`,
  github: githubAssignment,
};

/** The heredoc form of GitHub's environment files, with a delimiter that the value cannot hold. */
function githubAssignment(name: string, value: string): string {
  let delimiter = 'leastgrant';
  while (value.includes(delimiter)) delimiter = `leastgrant-${randomBytes(8).toString('hex')}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
