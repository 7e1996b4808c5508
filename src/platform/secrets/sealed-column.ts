/** Which columns are sealed, as one list of app says it: what rotation walks through. */

export interface SealedColumn {
  table: string;
  column: string;
  /** The column whose value names the row in the seal. */
  row: string;
  /** The table the seal names, where earlier states keep what another table sealed. */
  of?: string;
  /** The kind of its blind index, kept in `<column>_index`. */
  index?: string;
  /** A column that is null exactly where this one is. */
  beside?: string;
  /** What goes when its key is lost: the value, or the row that is nothing without it. */
  lost?: 'row';
}
