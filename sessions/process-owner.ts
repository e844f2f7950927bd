import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hasErrorCode } from './file-error.ts';

// A recorder touches its journal every ten seconds; one that has not for a minute is taken for dead.
const SILENT_AFTER_MS = 60_000;

/**
 * Returns a token that names this process so that no later process is taken for it:
 * the machine (boot and process id namespace), the process id and the process's start time.
 */
export function currentOwner(): string {
  current ??= `${machineToken()}-${process.pid}-${processState(process.pid)?.startTicks ?? 0}`;
  return current;
}

/**
 * Tells whether the process behind an owner token still runs.
 * One of another machine or container cannot be asked; it counts as alive until its file has not been
 * touched for a minute (`touchedMs`, milliseconds since 1970).
 */
export function isOwnerAlive(owner: string, touchedMs: number): boolean {
  const [machine, pidText, startText] = owner.split('-');
  const pid = Number(pidText);
  if (machine !== machineToken() || !Number.isSafeInteger(pid) || pid <= 0) {
    return Date.now() - touchedMs < SILENT_AFTER_MS;
  }
  if (!isRunning(pid)) return false;
  const state = processState(pid);
  if (state === undefined) return true;
  return !state.ended && (startText === '0' || Number(startText) === state.startTicks);
}

/** Returns the process id within an owner token, for messages. */
export function ownerPid(owner: string): string {
  return owner.split('-')[1] ?? '?';
}

let current: string | undefined;
let machine: string | undefined;

function machineToken(): string {
  machine ??= createHash('sha256').update(machineName()).digest('hex').slice(0, 8);
  return machine;
}

function machineName(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasErrorCode(error, 'EPERM');
  }
}

interface ProcessState {
  /** True for a zombie: killed, but not yet waited for by its parent. */
  readonly ended: boolean;
  /** Clock ticks from boot to the start of the process. */
  readonly startTicks: number;
}

// proc(5): the command name stands in parentheses and may hold anything, so count fields after the last one.
function processState(pid: number): ProcessState | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { ended: fields[0] === 'Z' || fields[0] === 'X', startTicks: Number(fields[19]) };
  } catch {
    return undefined;
  }
}
