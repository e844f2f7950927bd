import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../../cli/terminal.ts';
import { makeTestFolder } from './recorded-session.ts';

describe.skipIf(process.platform === 'win32')('the current folder', () => {
  it('that is gone is told when it is needed', async () => {
    const [before, gone] = [process.cwd(), join(await makeTestFolder(), 'gone')];
    await mkdir(gone);
    process.chdir(gone);
    try {
      await rmdir(gone);
      const terminal = openTerminal(process);
      expect(() => terminal.cwd).toThrow('the current folder does not exist any more');
    } finally {
      process.chdir(before);
    }
  });
});
