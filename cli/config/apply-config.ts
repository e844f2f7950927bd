import type { Terminal } from '../terminal.ts';
import type { LoadedConfig } from './config-option.ts';
import { type Settings, settingsOf, withSettings } from './settings.ts';

/** Returns what the command line asks for, with the settings of the configuration file for what it leaves open. */
export function applyConfig<T extends Settings>(
  options: T,
  loaded: LoadedConfig | undefined,
): T & Settings {
  return loaded === undefined ? options : withSettings(options, settingsOf(loaded.config));
}

/** Says which configuration file has a say in the result, where one has. */
export function sayConfig(loaded: LoadedConfig | undefined, terminal: Terminal): void {
  if (loaded === undefined || Object.keys(settingsOf(loaded.config)).length === 0) return;
  terminal.say(`leastgrant: with the settings of \`${loaded.file}\``);
}
