import { LeastgrantError } from '../errors.ts';

/** What a session may be called. */
export const sessionNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

// Windows reserves these device names with any extension: `con.json` opens the console.
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * Returns `name` if it can name a session's file on every system.
 * @throws LeastgrantError E_SESSION_NAME
 */
export function parseSessionName(name: string): string {
  if (!sessionNamePattern.test(name)) {
    throw new LeastgrantError('E_SESSION_NAME', `\`${name}\` cannot name a session`, {
      hint: 'use 1 to 100 letters, digits, dots, hyphens and underscores, beginning with a letter or a digit',
    });
  }
  if (WINDOWS_DEVICE.test(name)) {
    throw new LeastgrantError('E_SESSION_NAME', `\`${name}\` is a device name on Windows`, {
      hint: 'choose a name that every system can store, such as `default`',
    });
  }
  return name;
}
