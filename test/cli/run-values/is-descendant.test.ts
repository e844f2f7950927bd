import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isDescendant } from '../../../cli/run-values/is-descendant.ts';

describe.skipIf(!existsSync('/proc/self/stat'))('isDescendant', () => {
  it('knows a process by who started it, and by who started that', async () => {
    const script = `const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      console.log(child.pid);
      process.once('SIGTERM', () => { child.kill(); process.exit(); });`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    const [line] = await once(child.stdout, 'data');
    const pids = [child.pid ?? 0, Number(String(line))];
    expect(pids.map((pid) => isDescendant(pid, process.pid))).toEqual([true, true]);
    expect(isDescendant(process.pid, child.pid ?? 0)).toBe(false);
  });

  it('knows no process that is not there', () => {
    expect([0, 1, 2 ** 22 + 1].map((pid) => isDescendant(pid, process.pid))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
