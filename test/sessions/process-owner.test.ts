import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { currentOwner, isOwnerAlive, ownerPid } from '../../sessions/process-owner.ts';

const hasProc = existsSync('/proc/self/stat');
const LONG_AGO_MS = 0;

/** This process's token with another process id and start time. */
function ownerLike(pid: number, startTicks: string): string {
  return `${currentOwner().split('-')[0]}-${pid}-${startTicks}`;
}

describe('isOwnerAlive', () => {
  it('knows that this process runs, however long its file was not touched', () => {
    expect(isOwnerAlive(currentOwner(), LONG_AGO_MS)).toBe(true);
    expect(ownerPid(currentOwner())).toBe(String(process.pid));
  });

  it('knows that a process has ended', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    expect(isOwnerAlive(ownerLike(pid, '0'), Date.now())).toBe(false);
  });

  it.skipIf(!hasProc)('takes no later process with the same id for the owner', () => {
    expect(isOwnerAlive(ownerLike(process.pid, '1'), Date.now())).toBe(false);
  });

  it.skipIf(!hasProc)('counts a killed process as dead before its parent has noticed', async () => {
    const parent = spawn('sh', ['-c', 'sh -c "echo \\$\\$" & exec sleep 60']);
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line));
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
    expect(isOwnerAlive(ownerLike(pid, '0'), Date.now())).toBe(false);
  });

  it('believes a process elsewhere for a minute after it has touched its file', () => {
    expect(isOwnerAlive('00000000-1-1', Date.now() - 50_000)).toBe(true);
    expect(isOwnerAlive('00000000-1-1', Date.now() - 70_000)).toBe(false);
  });
});
