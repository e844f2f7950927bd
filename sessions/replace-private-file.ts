import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file that its owner alone can read. It appears whole or not at all: it is written to `temporary` in the same
 * folder, brought to the disk and then renamed to `path`.
 */
export async function replacePrivateFile(
  path: string,
  temporary: string,
  chunks: Iterable<string>,
): Promise<void> {
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      for (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
