import type { Duplex } from 'node:stream';
import { breakOff } from './break-off.ts';

/**
 * Carries bytes both ways between two connections until both have ended.
 * Each side's end is passed on as an end, and each failure as a failure, never as a clean end.
 */
export function joinSockets(left: Duplex, right: Duplex): void {
  left.pipe(right);
  right.pipe(left);
  breakTogether(left, right);
  breakTogether(right, left);
}

function breakTogether(one: Duplex, other: Duplex): void {
  let failed = false;
  one.on('error', () => {
    failed = true;
  });
  one.on('close', () => {
    if (failed) breakOff(other);
    else if (!one.readableEnded || !one.writableFinished) other.destroy();
  });
}
