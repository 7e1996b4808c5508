// A column of a table.
import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  title: string;
  /** Unit, measure or scale under the title, when the cells leave it out. */
  unit?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned in even digits. */
  number?: boolean;
  /** What the last line says in this column. */
  total?: ReactNode;
  /** Lets people sort by this column once all rows are there. The order given is the order shown at first. */
  sortBy?: (row: Row) => string | number | bigint | null;
  /** In characters; text longer than that wraps. */
  width?: number;
}
