import { toPrintable } from '../printable.ts';
import { lineChanges } from './line-changes.ts';
import type { FileChange } from './replace-files.ts';

const mostLines = 20;

/** Returns a line for each change that was made: what was done, and to which file. */
export function describeChanges(changes: readonly FileChange[]): string {
  return changes.map((change) => `${kindOf(change)}d  ${toPrintable(change.path)}\n`).join('');
}

/** Returns what would be done, with the lines that would go and come. */
export function describePendingChanges(changes: readonly FileChange[]): string {
  return changes.map(describePending).join('');
}

function describePending(change: FileChange): string {
  const { path, before, after } = change;
  const lines = before === undefined || after === undefined ? [] : lineChanges(before, after);
  const rest = lines.length - mostLines;
  const shown = [
    `would ${kindOf(change)}  ${path}`,
    ...lines.slice(0, mostLines).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${rest.toLocaleString('en-US')} more`] : []),
  ];
  return shown.map((line) => `${toPrintable(line)}\n`).join('');
}

function kindOf({ before, after }: FileChange): string {
  if (after === undefined) return 'remove';
  return before === undefined ? 'create' : 'update';
}
