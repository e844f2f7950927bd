import { fstatSync } from 'node:fs';

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Waits until the process is told to end: by a signal, or by the end of standard input where that is a pipe that
 * somebody holds open. A terminal is not read (in the background that would stop the process), and `/dev/null`,
 * the input of background jobs, says nothing by its end.
 */
export function waitForEnd(process: NodeJS.Process): Promise<void> {
  return new Promise((resolve) => {
    // Signals alone do not keep Node alive.
    const alive = setInterval(() => {}, 60_000);
    const end = () => {
      clearInterval(alive);
      for (const signal of endSignals) process.off(signal, end);
      process.stdin.off('end', end).pause();
      resolve();
    };
    for (const signal of endSignals) process.on(signal, end);
    if (isPipe(process.stdin.fd)) process.stdin.on('end', end).resume();
  });
}

function isPipe(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}
