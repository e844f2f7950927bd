import { connect, createServer } from 'node:net';
import { basename, join } from 'node:path';

/** A sign of life in a trust folder, for as long as the process that made it lives. */
export interface OwnerMarker {
  /** Takes the sign away. May be called twice. */
  release(): void;
}

/** Whether the process behind a marker lives: `absent` where there is no marker to tell it. */
export type OwnerState = 'alive' | 'gone' | 'absent';

/** The longest path that a socket can have: 104 bytes with the final zero on macOS, 108 on Linux. */
const pathLimit = 103;

/**
 * Puts a marker into `folder`: a local socket that the process listens on. The system closes it with the process,
 * however that ends, and nobody else can inherit it. A process id cannot say as much: it is given out again, and it
 * means nothing in another container that shares the folder.
 * Where no socket can be (a path above 103 bytes, a file system without sockets) there is no marker.
 */
export function holdOwnerMarker(folder: string): Promise<OwnerMarker> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    const marker = { release: () => void server.close() };
    const path = markerPath(folder);
    if (path === undefined) return resolve(marker);
    server.on('error', () => resolve(marker));
    server.listen(path, () => resolve(marker));
    // INVARIANT: a marker never keeps the process running.
    server.unref();
  });
}

/** Asks the marker of `folder` whether its owner lives. */
export function findOwnerState(folder: string): Promise<OwnerState> {
  return new Promise((resolve) => {
    const path = markerPath(folder);
    if (path === undefined) return resolve('absent');
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve('alive');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') resolve('gone');
      else if (error.code === 'ENOENT') resolve('absent');
      // A full queue, or no right to ask: there is somebody.
      else resolve('alive');
    });
  });
}

/** Undefined where the path is too long: Node 20 would cut it and put the socket elsewhere. */
function markerPath(folder: string): string | undefined {
  // On Windows local sockets live in a name space of their own.
  if (process.platform === 'win32') return `\\\\.\\pipe\\${basename(folder)}`;
  const path = join(folder, 'owner.sock');
  return Buffer.byteLength(path) <= pathLimit ? path : undefined;
}
