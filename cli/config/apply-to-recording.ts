import type { RawRecordingOptions } from '../recording-options.ts';
import type { LoadedConfig } from './config-option.ts';

/**
 * Returns the options of a recording command with what the configuration file says of recordings: its variables beside
 * those of the command line, and its folder as the project's.
 */
export function applyToRecording<T extends RawRecordingOptions>(
  options: T,
  loaded: LoadedConfig | undefined,
): T & RawRecordingOptions {
  const runVariable = [...(options.runVariable ?? []), ...(loaded?.config.runVariables ?? [])];
  return { ...options, runVariable, project: loaded?.folder };
}
