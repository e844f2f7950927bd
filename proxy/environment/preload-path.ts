import { join } from 'node:path';

/** The absolute path of the file that Node and Bun programs load at their start. */
export const preloadPath: string = join(import.meta.dirname, 'preload', 'preload.cjs');
