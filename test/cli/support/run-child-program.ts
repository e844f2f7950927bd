// Runs the command of its arguments as `leastgrant run` does, and tells what came of it on the last line of stdout.
import { runChild } from '../../../cli/child.ts';
import { LeastgrantError } from '../../../errors.ts';

try {
  const command = process.argv.slice(2);
  const { exitCode, hasLeftProcesses } = await runChild({ command, env: process.env });
  process.stdout.write(`\nended ${exitCode}${hasLeftProcesses ? ', and left processes' : ''}\n`);
} catch (error) {
  const text =
    error instanceof LeastgrantError ? `${error.code} ${error.message}; ${error.hint}` : error;
  process.stdout.write(`\nrefused ${text}\n`);
}
