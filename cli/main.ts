#!/usr/bin/env node
// Keys take longest to make: they are begun before anything else is loaded, in threads of their own.
const args = process.argv.slice(2);
const isRecording = args[0] === 'run' || args[0] === 'env';
const keyPairs = isRecording ? (await import('../certs/key-pairs.ts')).startKeyPairs() : undefined;

const [{ openTerminal }, { runProgram }] = await Promise.all([
  import('./terminal.ts'),
  import('./program.ts'),
]);
process.exitCode = await runProgram(args, openTerminal(process), keyPairs);

export {};
