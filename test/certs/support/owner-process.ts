import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Another process that owns a trust folder. */
export interface OwnerProcess {
  readonly pid: number;
  /** The path of its trust folder. */
  readonly path: string;
  /** Ends it as a crash would, with no chance to clean up. */
  kill(): Promise<void>;
}

/** Starts a process that makes a trust folder in `parent`, and returns when the folder is there. */
export async function startOwnerProcess(parent: string): Promise<OwnerProcess> {
  const program = join(import.meta.dirname, 'folder-owner.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, parent], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const path = await firstLine(child);
  if (child.pid === undefined) throw new Error('the owner did not start');
  return {
    pid: child.pid,
    path,
    async kill() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) return text.trimEnd();
  }
  throw new Error('the owner ended without a folder');
}
