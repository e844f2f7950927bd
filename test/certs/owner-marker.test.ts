import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findOwnerState, holdOwnerMarker } from '../../certs/owner-marker.ts';
import { startOwnerProcess } from './support/owner-process.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('an owner marker', () => {
  it('shows that its process lives until it is released', async () => {
    const folder = temporaryFolder();
    expect(await findOwnerState(folder)).toBe('absent');
    const marker = await holdOwnerMarker(folder);
    expect(await findOwnerState(folder)).toBe('alive');
    expect(await findOwnerState(folder)).toBe('alive');
    marker.release();
    marker.release();
    expect(await findOwnerState(folder)).toBe('absent');
  });

  it('shows that its process was killed', async () => {
    const owner = await startOwnerProcess(temporaryFolder());
    expect(await findOwnerState(owner.path)).toBe('alive');
    await owner.kill();
    expect(await findOwnerState(owner.path)).toBe('gone');
  });

  it('is absent where the path is too long for a socket', async () => {
    const folder = join(temporaryFolder(), 'l'.repeat(120));
    mkdirSync(folder);
    const marker = await holdOwnerMarker(folder);
    expect(await findOwnerState(folder)).toBe('absent');
    marker.release();
  });
});
