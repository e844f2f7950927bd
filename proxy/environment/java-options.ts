import { type Environment, readVariable } from './environment.ts';

/** The variables that every JVM reads by itself, in an order in which a later one wins over an earlier one. */
export const jvmVariables: readonly string[] = [
  'JAVA_TOOL_OPTIONS',
  'JDK_JAVA_OPTIONS',
  '_JAVA_OPTIONS',
];

/** Returns the system properties that the user's environment sets for every JVM, by name. */
export function readJvmProperties(
  env: Environment,
  platform: NodeJS.Platform,
): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const variable of jvmVariables) {
    const options = readVariable(env, variable, platform) ?? '';
    for (const [name, value] of readJavaProperties(options)) properties.set(name, value);
  }
  return properties;
}

/**
 * Returns the system properties (`-Dname=value`) among the options of one variable; the last of each name counts.
 * Options are split at white space outside quotes of either kind, and nothing is escaped.
 * Source: HotSpot's Arguments::parse_options_buffer, and the reference of the java command on JDK_JAVA_OPTIONS.
 */
export function readJavaProperties(options: string): ReadonlyMap<string, string> {
  const words = options.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  const properties = new Map<string, string>();
  for (const word of words) {
    const option = word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2');
    const [, name, value = ''] = /^-D([^=]+)(?:=(.*))?$/s.exec(option) ?? [];
    if (name !== undefined) properties.set(name, value);
  }
  return properties;
}

/** Returns options with system properties behind them, where they win over what is set before; never twice the same. */
export function appendJavaProperties(
  options: string | undefined,
  properties: Readonly<Record<string, string>>,
): string {
  const added = Object.entries(properties)
    .map(([name, value]) => quote(`-D${name}=${value}`))
    .join(' ');
  if (options === undefined) return added;
  return ` ${options}`.endsWith(` ${added}`) ? options : `${options} ${added}`;
}

/** A quote of one kind stands between quotes of the other. */
function quote(option: string): string {
  if (!/[\s"']/.test(option)) return option;
  return option.replace(/[^"]+|"+/g, (run) => (run.startsWith('"') ? `'${run}'` : `"${run}"`));
}
