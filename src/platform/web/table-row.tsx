// One row: its first cell is its name and, where the row opens, the button for it.
import type { MouseEvent } from 'react';
import type { Column } from './table-column.ts';

export function TableRow<Row>(props: {
  row: Row;
  columns: readonly Column<Row>[];
  onOpen: ((row: Row) => void) | undefined;
  open: boolean;
  needsAction: boolean;
}) {
  const { row, columns, onOpen, open, needsAction } = props;
  const onClick = (event: MouseEvent) => {
    const own = event.target instanceof Element && event.target.closest('a, button, input, select');
    if (!own && !getSelection()?.toString()) onOpen?.(row);
  };
  const names = [onOpen && 'row-opens', open && 'row-is-open', needsAction && 'row-needs-action'];
  return (
    // For the keyboard, the button in the first cell is the row.
    <tr className={names.filter(Boolean).join(' ') || undefined} onClick={onOpen && onClick}>
      {columns.map(({ key, cell, number, width }, at) => {
        const className = number ? 'number' : width ? 'wraps' : undefined;
        if (at > 0) {
          return (
            <td key={key} className={className}>
              {cell(row)}
            </td>
          );
        }
        return (
          <th key={key} scope="row" className={className}>
            {onOpen ? (
              <button type="button" className="row-open" onClick={() => onOpen(row)}>
                {cell(row)}
              </button>
            ) : (
              cell(row)
            )}
          </th>
        );
      })}
    </tr>
  );
}
