import { readFileSync } from 'node:fs';

/**
 * Tells whether a process runs and was started by another one, through however many in between; false where the system has
 * no `/proc`, and for a process that has ended.
 */
export function isDescendant(pid: number, ancestor: number): boolean {
  let at = pid;
  for (let depth = 0; depth < mostParents && at > 1; depth += 1) {
    at = parentOf(at);
    if (at === ancestor) return true;
  }
  return false;
}

const mostParents = 64;

/** Source: proc_pid_stat(5): the parent is the second field behind the program's name, which stands in parentheses. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(parent);
  } catch {
    return 0;
  }
}
