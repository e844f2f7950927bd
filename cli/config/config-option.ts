import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { LeastgrantError } from '../../errors.ts';
import type { Terminal } from '../terminal.ts';
import type { Config } from './config-shape.ts';
import { configFileName, findConfigFile } from './find-config.ts';

/** What the command line says of the configuration file: its path, `false` for none, undefined for the one that is found. */
export type ConfigOption = string | false | undefined;

/** A configuration and where it stands. */
export interface LoadedConfig {
  /** As messages name it: relative to the current folder. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Its folder, absolute. */
  readonly folder: string;
  readonly config: Config;
}

/** Adds the options of commands that go by a configuration file where there is one. */
export function addConfigOptions(command: Command): Command {
  return command
    .addOption(configOption())
    .option('--no-config', 'without the settings of a configuration file');
}

/** Returns the option that names the configuration file. */
export function configOption(): Option {
  const where = `settings of the project (default: ${configFileName} here or above, up to the root of the repository)`;
  return new Option('--config <file>', where);
}

/**
 * Reads the configuration file of a command; undefined where there is none.
 * @throws LeastgrantError E_INPUT where it cannot be read or is no configuration
 */
export async function loadConfig(
  option: ConfigOption,
  { cwd }: Terminal,
): Promise<LoadedConfig | undefined> {
  if (option === false) return undefined;
  const path = option === undefined ? findConfigFile(cwd) : resolve(cwd, option);
  if (path === undefined) return undefined;
  const file = option ?? relative(cwd, path);
  const text = await read(path, file);
  // What reads it takes time to load, and most runs have none.
  const [{ parseConfig }, { expectConditionKinds }] = await Promise.all([
    import('./parse-config.ts'),
    import('./expect-condition-kinds.ts'),
  ]);
  const config = parseConfig(text, file);
  expectConditionKinds(config, file);
  return { file, path, folder: dirname(path), config };
}

async function read(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LeastgrantError('E_INPUT', `\`${file}\` cannot be read: ${reason}`, {
      hint: 'name the configuration file with --config, or do without by --no-config',
      cause,
    });
  }
}
