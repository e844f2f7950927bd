import type { Command } from 'commander';
import type { KeyPairs } from '../certs/key-pairs.ts';
import type { Terminal } from './terminal.ts';

/** What the program gives to a command. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** The keys of a recording, already in the making; undefined for commands that record nothing. */
  readonly keyPairs: KeyPairs | undefined;
  /** Sets the exit code of a command that ends well by itself; 0 where nobody does. */
  exitWith(code: number): void;
}

/** Adds a command to the command line: its options, its help, and what it does. */
export type DefineCommand = (command: Command, context: CommandContext) => void;
