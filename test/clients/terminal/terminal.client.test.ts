import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingProgram, plainEnvironment } from '../run-program.ts';

const drive = join(import.meta.dirname, 'drive.py');
const runChild = join(import.meta.dirname, '..', '..', 'cli', 'support', 'run-child-program.ts');
const controlC = '\u0003';

/** Runs a command as leastgrant does, at a terminal where keys are pressed when their text has appeared. */
function atTerminal(
  steps: readonly (readonly [text: string, keys: string])[],
  command: readonly string[],
): string {
  const args = [drive, JSON.stringify(steps), process.execPath, '--import', 'tsx', runChild];
  const { stdout, error } = spawnSync('python3', [...args, ...command], {
    encoding: 'utf8',
    env: plainEnvironment(),
    timeout: 20_000,
  });
  if (error) throw missingProgram('python3', error);
  return stdout;
}

function node(source: string): string[] {
  return [process.execPath, '-e', source];
}

describe('a program at a terminal', () => {
  it('reads the keyboard', () => {
    const source = `
      console.log('name?');
      process.stdin.once('data', (name) => { console.log('hello ' + name); process.exit(4); });
    `;
    const written = atTerminal([['name?', 'world\n']], node(source));
    expect(written).toContain('hello world');
    expect(written).toContain('ended 4');
  });

  it('has the terminal itself, for passwords', () => {
    const written = atTerminal([], ['sh', '-c', 'echo secret > /dev/tty']);
    expect(written).toContain('secret');
    expect(written).toContain('ended 0');
  });

  it('gets Ctrl-C once, and leastgrant outlives it', () => {
    const source = `
      let count = 0;
      process.on('SIGINT', () => {
        count += 1;
        console.log('interrupted ' + count);
        // What leastgrant sent as well would arrive before this.
        require('node:child_process').spawnSync(process.execPath, ['-e', '0']);
        setImmediate(() => process.exit(5));
      });
      console.log('ready');
      setInterval(() => {}, 1000);
    `;
    const written = atTerminal([['ready', controlC]], node(source));
    expect(written.match(/interrupted \d/g)).toEqual(['interrupted 1']);
    expect(written).toContain('ended 5');
  });

  it('ended by Ctrl-C gives 130', () => {
    const written = atTerminal([['ready', controlC]], ['sh', '-c', 'echo ready; exec sleep 100']);
    expect(written).toContain('ended 130');
  });
});
