import { readFileSync } from 'node:fs';

/** Returns the most resident memory that a process ever had, in MiB, as Linux tells it; NaN elsewhere. */
export function peakResidentMebibytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
