import { describe, expect, it } from 'vitest';
import { renderTable } from '../../cli/table.ts';

const columns = [{ title: 'N', align: 'right' }, { title: 'NAME' }, { title: 'REST' }] as const;

describe('renderTable', () => {
  it('aligns columns under their titles, without spaces at the end', () => {
    expect(
      renderTable(
        columns,
        [
          ['1', 'a', ''],
          ['100', 'long name', 'x'],
        ],
        undefined,
      ),
    ).toBe('  N  NAME       REST\n  1  a\n100  long name  x\n');
  });

  it('cuts the widest column to fit', () => {
    const rows = [['1', 'short', 'r'.repeat(100)]];
    expect(renderTable(columns, rows, 40).split('\n')[1]).toBe(`1  short  ${'r'.repeat(29)}…`);
  });

  it('does not cut below what can be read', () => {
    const rows = [['1', 'n'.repeat(20), 'r'.repeat(20)]];
    expect(renderTable(columns, rows, 5).split('\n')[1]).toBe(
      `1  ${'n'.repeat(11)}…  ${'r'.repeat(11)}…`,
    );
  });

  it('lets no control character through', () => {
    expect(renderTable(columns, [['1', 'a\u001b[31m\u009b', 'b\nc']], undefined)).toContain(
      'a\\x1b[31m\\x9b  b c',
    );
  });
});
