import { type BitSet, toBitSet } from './bit-set.ts';
import { type Table, transpose } from './cover.ts';

/** A table that is read by rows as well as by columns, as lists and as sets. */
export interface Grid extends Table {
  /** The columns that each row has entries in. */
  readonly rows: readonly (readonly number[])[];
  readonly rowSets: readonly BitSet[];
  readonly columnSets: readonly BitSet[];
}

/** Returns the grid of a table. */
export function gridOf(table: Table): Grid {
  const { columns: rows } = transpose(table);
  return {
    ...table,
    rows,
    rowSets: rows.map((columns) => toBitSet(columns, table.columns.length)),
    columnSets: table.columns.map((members) => toBitSet(members, rows.length)),
  };
}

/** Returns the grid with rows and columns changed about. */
export function turnGrid(grid: Grid): Grid {
  return {
    columns: grid.rows,
    rows: grid.columns,
    rowWeights: grid.columnWeights,
    columnWeights: grid.rowWeights,
    rowSets: grid.columnSets,
    columnSets: grid.rowSets,
  };
}
