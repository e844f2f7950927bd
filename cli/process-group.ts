import { readdirSync, readFileSync } from 'node:fs';

/** Sends a signal to all processes of a group. Returns false where nobody of it is left. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tells whether a process of a group still runs. One that has ended and that nobody waits for takes signals for ever:
 * containers whose first process is no init are full of them. Linux alone says which those are.
 */
export function isGroupRunning(group: number): boolean {
  return signalGroup(group, 0) && (statesOf(group)?.some((state) => !'ZX'.includes(state)) ?? true);
}

/** Source: proc_pid_stat(5): the third field is the state, the fifth the group; the second may hold anything. */
function statesOf(group: number): readonly string[] | undefined {
  try {
    const states: string[] = [];
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const stat = readStat(name);
      const [state = '', , owner] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(owner) === group) states.push(state);
    }
    return states.length === 0 ? undefined : states;
  } catch {
    return undefined;
  }
}

function readStat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It has ended since the folder was read.
    return '';
  }
}
