import { toPrintable } from './printable.ts';

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

const gap = '  ';
const narrowest = 12;

/**
 * Returns rows as aligned lines under their titles, each line with a newline.
 * `width` columns are not exceeded where that can be done: the widest columns are cut, with `…` for what is missing.
 * Undefined for no limit, as for a pipe.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): string {
  const titles = columns.map(({ title }) => title);
  const cells = rows.map((row) => row.map((cell) => toPrintable(cell).replaceAll(/[\n\t]/g, ' ')));
  const widths = fitWidths(naturalWidths(titles, cells), width);
  return [titles, ...cells].map((row) => renderRow(columns, row, widths)).join('');
}

function naturalWidths(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const widths = titles.map((title) => title.length);
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return widths;
}

/** Takes from the widest column, again and again, until the row fits or no column can give more. */
function fitWidths(natural: readonly number[], width: number | undefined): readonly number[] {
  const widths = [...natural];
  if (width === undefined) return widths;
  let excess = widths.reduce((sum, one) => sum + one, gap.length * (widths.length - 1)) - width;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const current = widths[widest] ?? 0;
    if (current <= narrowest) break;
    widths[widest] = current - 1;
    excess -= 1;
  }
  return widths;
}

function renderRow(
  columns: readonly Column[],
  row: readonly string[],
  widths: readonly number[],
): string {
  const cells = columns.map(({ align }, at) => {
    const width = widths[at] ?? 0;
    const cell = cut(row[at] ?? '', width);
    return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
  });
  return `${cells.join(gap).trimEnd()}\n`;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
